/*
 * `npm run train -- NAME [--data DIR] [--folder DIR] [--seed N] [--date DAY] [--version N]` trains what stands below and
 * writes its weights. The same data and seed give the same bytes.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeCard } from './card/write-card.ts'
import { englishTasks } from './heads/english-tasks.ts'
import { fitFile } from './heads/fit-file.ts'
import { refitEnglish } from './heads/refit.ts'
import { trainEnglish } from './heads/train-english.ts'
import { trainLanguages } from './heads/train-languages.ts'
import { trainNetFile } from './net/train-net-file.ts'
import { trainLanguageFile } from './language/train-language.ts'
import type { Training } from './training.ts'

const root = join(import.meta.dirname, '..')

/** Everything that can be trained. A single head is written alone: for trying, not for the readers. */
const trainings: Record<string, (training: Training) => void> = {
  net: trainNetFile,
  card: writeCard,
  'sentiment-languages': trainLanguages,
  language: trainLanguageFile,
  'english-fit': refitEnglish,
  english: (training) => trainEnglish(training),
  'fit-english': (training) => fitFile('english', englishTasks(training.data), training),
  sentiment: (training) => trainEnglish(training, ['sentiment']),
  emotion: (training) => trainEnglish(training, ['emotion']),
  offensive: (training) => trainEnglish(training, ['offensive']),
  irony: (training) => trainEnglish(training, ['irony']),
  spam: (training) => trainEnglish(training, ['spam']),
}

const { values, positionals } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/data') },
    folder: { type: 'string', default: join(root, 'server/listen/reading/weights') },
    seed: { type: 'string', default: '1' },
    version: { type: 'string', default: '1' },
    date: { type: 'string', default: '2026-11-22' },
  },
  allowPositionals: true,
})
const train = trainings[positionals[0] ?? '']
if (train) {
  const { data, folder, version, date } = values
  train({ data, folder, version, date, seed: Number(values.seed), tell: (line) => console.log(line) })
} else {
  console.error(`npm run train -- NAME, where NAME is one of: ${Object.keys(trainings).join(', ')}`)
  process.exitCode = 2
}
