import type { Training } from '../training.ts'
import { chooseVectors } from '../words/choose-vectors.ts'
import { wordBlocks } from '../words/known-words.ts'
import { readWordLists } from '../words/read-word-lists.ts'
import { readWordVectors } from '../word-vectors.ts'
import { englishTasks } from './english-tasks.ts'
import { trainFile } from './train-file.ts'

const mostVectors = 25_000

/** Trains the heads that read English and writes them into one file; with names, only these heads. */
export function trainEnglish(training: Training, names?: readonly string[]): void {
  const { data } = training
  const tasks = englishTasks(data).filter(({ name }) => !names || names.includes(name))
  const texts = englishTasks(data).flatMap(({ examples }) => examples.map(({ text }) => text))
  const words = wordBlocks(readWordLists(), chooseVectors(texts, readWordVectors(), mostVectors))
  trainFile({ ...training, name: 'english', tasks, words })
}
