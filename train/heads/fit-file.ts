import { join } from 'node:path'
import { featureRules, headsSchema } from '../../server/listen/reading/heads/head-details.ts'
import { openVoices } from '../../server/listen/reading/heads/voices.ts'
import type { Block, BlockKind } from '../../server/listen/reading/weights/block-kinds.ts'
import { readWeights, writeWeights } from '../../server/listen/reading/weights/weights-file.ts'
import type { Training } from '../training.ts'
import { fitHeads } from './fit-heads.ts'
import type { HeadTask } from './head-task.ts'
import { tellScores } from './tell-scores.ts'

const kinds: Record<string, BlockKind> = {
  hashes: 'uint32',
  weights: 'int8',
  dense: 'float32',
  words: 'uint32',
  valences: 'int8',
  vectors: 'int8',
}

/**
 * Fits anew what the heads of a file decide and how sure they are, to be done when the net beside them was trained again.
 * What they learned stays as it is.
 */
export function fitFile(name: 'english' | 'languages', tasks: readonly HeadTask[], { folder, tell }: Training): void {
  const out = join(folder, `${name}.weights`)
  const weights = readWeights(out, { name, featureRules, details: headsSchema })
  const { version, date, details } = weights
  const fitted = fitHeads(openVoices(name, folder), tasks)
  const heads = details.heads.map((head) => ({ ...head, ...fitted.get(head.name) }))
  const held = Object.entries(kinds).filter(
    ([each]) => details.hasWords || !['words', 'valences', 'vectors'].includes(each),
  )
  const blocks = Object.fromEntries(held.map(([each, kind]): [string, Block] => [each, weights.block(each, kind)]))
  const { bytes, checksum } = writeWeights(
    out,
    { name, version, date, featureRules, details: { ...details, heads } },
    blocks,
  )
  tell(`${out}: ${bytes} bytes, ${checksum}`)
  const voices = openVoices(name, folder)
  for (const task of tasks) tellScores(voices, task, tell)
}
