import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Voices } from '../../server/listen/reading/heads/voices.ts'
import { openVoices } from '../../server/listen/reading/heads/voices.ts'
import { englishTasks } from '../heads/english-tasks.ts'
import { sampleExamples } from '../heads/small-task.ts'
import { tellTexts } from '../heads/tell-scores.ts'
import { languagesTask } from '../heads/train-languages.ts'
import type { Training } from '../training.ts'
import { dataSets } from './data-sets.ts'
import { scoreRow, scoreSection } from './score-section.ts'

export const cardFile = join(import.meta.dirname, '../../docs/model-card.md')

const files = ['english', 'languages', 'net', 'language']

/** Writes the card of the weights that lie in the folder: what they were made of, and how they do on validation. */
export function writeCard({ data, folder, tell }: Training): void {
  const english = openVoices('english', folder)
  const parts = [
    readFileSync(join(import.meta.dirname, 'card-opening.md'), 'utf8').trim(),
    `## The files\n\n${fileTable(folder)}`,
    `## Data\n\nRows: trained on + validated on.\n\n${dataTable()}`,
    `## Scores of the English heads on validation\n\nThe last column: how often the surest half, 70 % and 90 % are right.\n\n${scoreSection(english, englishTasks(data))}`.trim(),
    `## Scores of the other languages on validation\n\n${scoreSection(openVoices('languages', folder), [languagesTask(data)])}`.trim(),
    `## On the sample that lies in the repository\n\n| head | texts | rows | accuracy | macro recall | macro F1 | calibration error | 50 / 70 / 90 % |\n|---|---|---|---|---|---|---|---|\n${sampleRow(english)}`,
    readFileSync(join(import.meta.dirname, 'card-ending.md'), 'utf8').trim(),
  ]
  writeFileSync(cardFile, `${parts.join('\n\n')}\n`)
  tell(cardFile)
}

function sampleRow(english: Voices): string {
  const told = tellTexts(english, 'sentiment', sampleExamples())
  return scoreRow('sentiment | goemotions, the sample in train/samples', told, 3)
}

function fileTable(folder: string): string {
  const rows = files.map((name) => {
    const bytes = readFileSync(join(folder, `${name}.weights`))
    const sum = createHash('sha256').update(bytes).digest('hex')
    return `| ${name}.weights | ${bytes.length.toLocaleString('en')} | \`${sum}\` |`
  })
  return ['| file | bytes | SHA-256 |', '|---|---|---|', ...rows].join('\n')
}

function dataTable(): string {
  const rows = dataSets.map(({ name, what, rows: count, years, licence, use }) =>
    ['', name, what, count, years, licence, use, ''].join(' | ').trim(),
  )
  return ['| set | what | rows | years | licence | used for |', '|---|---|---|---|---|---|', ...rows].join('\n')
}
