import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CutPost } from '../cut-post.ts'
import type { Net, NetHead } from '../net/open-net.ts'
import { openNet } from '../net/open-net.ts'
import type { Head } from './head-details.ts'
import type { HeadSet } from './load-heads.ts'
import { loadHeads } from './load-heads.ts'
import { mixShares } from './mix-shares.ts'
import { learnedShares } from './read-head.ts'
import type { Scores } from './score-post.ts'
import { scorePost } from './score-post.ts'

/** What a head is read from: n-grams, word lists and vectors, and for some heads a small net beside them. */
export interface Voices {
  set: HeadSet
  net?: Net
  /** Heads that the net speaks for as well, each with what it says of it. */
  shared: ReadonlyMap<string, NetHead>
  scores: WeakMap<CutPost, Scores>
  units: WeakMap<CutPost, Float32Array>
}

/** What the voices say of one head: a probability a label. */
export interface Said {
  head: Head
  scores: Scores
  shares: ArrayLike<number>
}

const weightsFolder = join(import.meta.dirname, '../weights')

/** How much the net's word counts beside that of the n-grams, as validation had it. */
const netWeights: Readonly<Record<string, number>> = { sentiment: 0.4, emotion: 0.6, offensive: 0.5, irony: 0.6 }

/** Opens the voices of English, or of the other languages. Throws `WeightsRefused` with a sentence. */
export function openVoices(name: 'english' | 'languages', folder = weightsFolder): Voices {
  const set = loadHeads(name, folder)
  const file = join(folder, 'net.weights')
  const net = name === 'english' && existsSync(file) ? openNet(file) : undefined
  const shared = Object.keys(netWeights).filter((head) => net !== undefined && set.heads.has(head))
  return {
    set,
    ...(net && { net }),
    shared: new Map(shared.map((head) => [head, sharedHead(net!, set.heads.get(head)!)])),
    scores: new WeakMap(),
    units: new WeakMap(),
  }
}

function sharedHead(net: Net, { name, labels }: Head): NetHead {
  const head = net.head(name)
  if (head.labels.join() === labels.join()) return head
  throw new RangeError(
    `The net's labels of “${name}” are ${head.labels.join(', ')}, but ${labels.join(', ')} are asked for.`,
  )
}

/** The features of a post are summed once, whoever asks first. */
export function askVoices(voices: Voices, cut: CutPost, name: string): Said {
  const head = voices.set.heads.get(name)
  if (!head) throw new RangeError(`There is no head “${name}” among ${[...voices.set.heads.keys()].join(', ')}.`)
  let scores = voices.scores.get(cut)
  if (!scores) voices.scores.set(cut, (scores = scorePost(voices.set, cut)))
  const shares = learnedShares(scores, head)
  const second = voices.shared.get(name)
  const units = second && unitsOf(voices, cut, scores)
  return { head, scores, shares: units ? mixShares(shares, second.probabilities(units), netWeights[name]!) : shares }
}

function unitsOf({ net, units }: Voices, cut: CutPost, { seen }: Scores): Float32Array | undefined {
  const known = units.get(cut)
  if (known || !net) return known
  const places = seen.map((word, index) => {
    if (word.netPlace < 0) word.netPlace = net.placeOf(cut.words[index]!)
    return word.netPlace
  })
  const found = net.lookAt(places)
  if (found) units.set(cut, found)
  return found
}
