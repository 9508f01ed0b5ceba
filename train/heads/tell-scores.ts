import { decide } from '../../server/listen/reading/heads/read-head.ts'
import type { Voices } from '../../server/listen/reading/heads/voices.ts'
import { askTexts } from './ask-texts.ts'
import type { Example, HeadTask } from './head-task.ts'
import type { Told } from './score-labels.ts'
import { calibrationError, scoreLabels } from './score-labels.ts'

/** What the readers' own code decides of labelled texts. */
export function tellTexts(voices: Voices, name: string, examples: readonly Example[]): Told[] {
  const head = voices.set.heads.get(name)!
  const { shares, labels } = askTexts(voices, name, examples)
  return shares.map((share, row) => {
    const { at, confidence } = decide(share, head)
    return { label: labels[row]!, said: at, confidence }
  })
}

export function tellScores(voices: Voices, task: HeadTask, tell: (line: string) => void): void {
  for (const { name, examples, readAs = task.name } of task.validations) {
    const told = tellTexts(voices, readAs, examples)
    const { macroRecall, macroF1, accuracy, recall, f1 } = scoreLabels(told, task.labels.length)
    const parts = (values: readonly number[]) => values.map(percent).join('/')
    tell(
      `${readAs} on ${name}: recall ${percent(macroRecall)}, F1 ${percent(macroF1)}, accuracy ${percent(accuracy)}, ` +
        `recalls ${parts(recall)}, F1s ${parts(f1)}, calibration error ${calibrationError(told).toFixed(3)}`,
    )
  }
}

export function percent(share: number): string {
  return (share * 100).toFixed(1)
}
