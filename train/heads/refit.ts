import { join } from 'node:path'
import { featureRules, headsSchema } from '../../server/listen/reading/heads/head-details.ts'
import { openVoices } from '../../server/listen/reading/heads/voices.ts'
import { readWeights, writeWeights } from '../../server/listen/reading/weights/weights-file.ts'
import type { Training } from '../training.ts'
import { englishTasks } from './english-tasks.ts'
import { fitHeads } from './fit-heads.ts'
import { tellScores } from './tell-scores.ts'

/**
 * Fits what the heads of English decide, and how sure they are, once more, and writes their file anew with the same
 * weights: after the net that speaks beside them was trained again.
 */
export function refitEnglish({ data, folder, version, date, tell }: Training): void {
  const out = join(folder, 'english.weights')
  const file = readWeights(out, { name: 'english', featureRules, details: headsSchema })
  const tasks = englishTasks(data).filter(({ name }) => file.details.heads.some((head) => head.name === name))
  const fitted = fitHeads(openVoices('english', folder), tasks)
  const details = { ...file.details, heads: file.details.heads.map((head) => ({ ...head, ...fitted.get(head.name) })) }
  const { bytes, checksum } = writeWeights(
    out,
    { name: 'english', version, date, featureRules, details },
    {
      hashes: file.block('hashes', 'uint32'),
      weights: file.block('weights', 'int8'),
      dense: file.block('dense', 'float32'),
      words: file.block('words', 'uint32'),
      valences: file.block('valences', 'int8'),
      vectors: file.block('vectors', 'int8'),
    },
  )
  tell(`${out}: ${bytes} bytes, ${checksum}`)
  const voices = openVoices('english', folder)
  for (const task of tasks) tellScores(voices, task, tell)
}
