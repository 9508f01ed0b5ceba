import { join } from 'node:path'
import { RowTable } from '../../server/listen/reading/heads/row-table.ts'
import { openVoices } from '../../server/listen/reading/heads/voices.ts'
import type { Training } from '../training.ts'
import type { WordBlocks } from '../words/known-words.ts'
import { fitHeads } from './fit-heads.ts'
import type { HeadTask } from './head-task.ts'
import { tellScores } from './tell-scores.ts'
import { trainHead } from './train-head.ts'
import { writeHeads } from './write-heads.ts'

export interface FileTraining extends Training {
  name: 'english' | 'languages'
  tasks: readonly HeadTask[]
  words: WordBlocks | undefined
}

/**
 * Trains heads and writes them into one file; then fits what they decide, and how sure they are, to what the readers' own
 * code says of validation texts, and writes the file once more. Where the file of the net lies in the same folder, it
 * speaks as well.
 */
export function trainFile({ name, tasks, words, folder, version, date, tell }: FileTraining): void {
  const known = words && { ...words, table: new RowTable(words.words) }
  const heads = tasks.map((task) => trainHead(task, known, tell))
  const file = { out: join(folder, `${name}.weights`), name, version, date, heads, words }
  writeHeads(file)
  const fitted = fitHeads(openVoices(name, folder), tasks)
  const { bytes, checksum } = writeHeads({ ...file, fitted })
  tell(`${file.out}: ${bytes} bytes, ${checksum}`)
  const voices = openVoices(name, folder)
  for (const task of tasks) tellScores(voices, task, tell)
}
