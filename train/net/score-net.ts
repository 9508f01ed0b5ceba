import type { Net, NetDetails } from '../../server/listen/reading/net/open-net.ts'
import { readCutRows } from './gather-lessons.ts'
import type { NetSource } from './net-sources.ts'
import { netSources } from './net-sources.ts'

export type NetScore = NetDetails['scores'][number]

interface Validation {
  head: string
  source: NetSource
  part: 'train' | 'val'
}

const airline: NetSource = { ...sourceOf('sentiment'), set: 'airline' }

/** What a net is measured on: parts that it did not learn from, and a set that it never sees. */
const validations: readonly Validation[] = [
  ...['sentiment', 'sentiment-reddit', 'emotion', 'offensive', 'irony'].map((head) => ({
    head,
    source: sourceOf(head),
    part: 'val' as const,
  })),
  { head: 'sentiment', source: airline, part: 'val' },
  { head: 'sentiment', source: airline, part: 'train' },
]

function sourceOf(head: string): NetSource {
  const source = netSources.find((one) => one.head === head)
  if (!source) throw new RangeError(`no source teaches ${head}`)
  return source
}

/** How well the heads of a net say what rows of one label hold, in %. */
export function scoreNet(net: Net, data: string): NetScore[] {
  return validations.map(({ head, source, part }) => {
    const rows = readCutRows(data, source, part).filter(({ labels }) => labels.length === 1)
    const voice = net.head(head)
    const { labels } = voice
    const said = rows.map(({ words }) => {
      const shares = voice.probabilities(net.look(words)!)
      return labels[shares.indexOf(Math.max(...shares))]!
    })
    const counts = labels.map((label) => countLabel(label, rows, said))
    const right = counts.reduce((sum, count) => sum + count.right, 0)
    return {
      head,
      on: `${source.set} ${part}`,
      posts: rows.length,
      macroRecall: percent(mean(counts.map((count) => count.right / count.held))),
      macroF1: percent(mean(counts.map((count) => (2 * count.right) / (count.held + count.said)))),
      accuracy: percent(right / rows.length),
    }
  })
}

function countLabel(label: string, rows: readonly { labels: readonly string[] }[], said: readonly string[]) {
  const holds = rows.map(({ labels }) => labels[0] === label)
  return {
    held: holds.filter(Boolean).length,
    said: said.filter((each) => each === label).length,
    right: said.filter((each, row) => each === label && holds[row]).length,
  }
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length
const percent = (share: number) => Math.round(share * 1_000) / 10
