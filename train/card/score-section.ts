import type { Voices } from '../../server/listen/reading/heads/voices.ts'
import type { HeadTask } from '../heads/head-task.ts'
import { accuracyAt, calibrationError, scoreLabels } from '../heads/score-labels.ts'
import type { Told } from '../heads/score-labels.ts'
import { percent, tellTexts } from '../heads/tell-scores.ts'

const columns = ['head', 'texts', 'rows', 'accuracy', 'macro recall', 'macro F1', 'calibration error', '50 / 70 / 90 %']

/** A table of all validations of heads, then precision, recall and confusion of each. */
export function scoreSection(voices: Voices, tasks: readonly HeadTask[]): string {
  const scored = tasks.flatMap((task) =>
    task.validations.map(({ name, examples, readAs = task.name }) => ({
      task,
      name,
      readAs,
      told: tellTexts(voices, readAs, examples),
    })),
  )
  const rows = scored.map(({ task, name, readAs, told }) => scoreRow(`${readAs} | ${name}`, told, task.labels.length))
  const details = scored.map(({ task, name, readAs, told }) => confusionTable(`${readAs}, ${name}`, told, task.labels))
  return [`| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`, ...rows, '', ...details].join('\n')
}

export function scoreRow(name: string, told: readonly Told[], labels: number): string {
  const { count, accuracy, macroRecall, macroF1 } = scoreLabels(told, labels)
  const covered = [0.5, 0.7, 0.9].map((share) => percent(accuracyAt(told, share))).join(' / ')
  const cells = [count, percent(accuracy), percent(macroRecall), percent(macroF1), calibrationError(told).toFixed(3)]
  return `| ${name} | ${cells.join(' | ')} | ${covered} |`
}

function confusionTable(name: string, told: readonly Told[], labels: readonly string[]): string {
  const { confusion, precision, recall, f1 } = scoreLabels(told, labels.length)
  const rows = labels.map(
    (label, at) =>
      `| ${label} | ${confusion[at]!.join(' | ')} | ${percent(precision[at]!)} | ${percent(recall[at]!)} | ${percent(f1[at]!)} |`,
  )
  return [
    `**${name}** (row: what it is, column: what was said)`,
    '',
    `| | ${labels.join(' | ')} | precision | recall | F1 |`,
    `|---|${labels.map(() => '---|').join('')}---|---|---|`,
    ...rows,
    '',
  ].join('\n')
}
