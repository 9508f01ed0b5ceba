import { join } from 'node:path'
import { openNet } from '../../server/listen/reading/net/open-net.ts'
import type { Training } from '../training.ts'
import { readWordVectors } from '../word-vectors.ts'
import { learnNet } from './learn-net.ts'
import { netSources } from './net-sources.ts'
import { scoreNet } from './score-net.ts'
import { writeNet } from './write-net.ts'

/** Heads that only teach the words what they mean. */
const teachers = ['emoji', 'hate']

/** Trains the net that the readers use, and writes its weights with how well it did. */
export function trainNetFile({ data, folder, seed, version, date, tell }: Training): void {
  const { model, vocabulary } = learnNet({
    data,
    sources: netSources,
    known: readWordVectors(),
    seed,
    mostWords: 30_000,
    passes: 4,
    rate: 1e-3,
    tell,
  })
  const out = join(folder, 'net.weights')
  const net = { model, words: vocabulary.words, isKept: isNeeded, version, date }
  writeNet(out, net)
  const scores = scoreNet(openNet(out), data)
  for (const { head, on, macroRecall, macroF1 } of scores)
    tell(`${head} on ${on}: recall ${macroRecall}, F1 ${macroF1}`)
  const { bytes, checksum } = writeNet(out, { ...net, scores })
  tell(`${out}: ${bytes} bytes, ${checksum}`)
}

function isNeeded({ name }: { name: string }): boolean {
  return !teachers.includes(name)
}
