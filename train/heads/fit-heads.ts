import type { Voices } from '../../server/listen/reading/heads/voices.ts'
import { askTexts } from './ask-texts.ts'
import { fitConfidence, fitDecision } from './fit-confidence.ts'
import type { HeadTask } from './head-task.ts'
import { readAs, validationsOf } from './head-task.ts'
import { scoreLabels } from './score-labels.ts'
import type { Fitted } from './write-heads.ts'

/** Validation texts have rarer bad news than the world: their labels are evened half way. */
const balance = 0.5

/** Fits, on validation, what a head decides and how sure it is of it, under each of its names. */
export function fitHeads(voices: Voices, tasks: readonly HeadTask[]): Map<string, Fitted> {
  return new Map(
    tasks.flatMap((task) => readAs(task).map(({ name }): [string, Fitted] => [name, fitHead(voices, task, name)])),
  )
}

function fitHead(voices: Voices, task: HeadTask, name: string): Fitted {
  const validations = validationsOf(task, name)
  const learned = askTexts(voices, name, validations[0]!.examples)
  const decision = task.decideOn ? decideBy(voices, task, name) : task.labels.map(() => 0)
  return { ...fitConfidence(learned, balance), decision, line: 0 }
}

function decideBy(voices: Voices, task: HeadTask, name: string): number[] {
  const { sets, by } = task.decideOn!
  const classes = task.labels.length
  const all = validationsOf(task, name)
  const chosen = sets.length === 0 ? all : sets.flatMap((set) => all.filter((validation) => validation.name === set))
  const asked = new Map(all.map((validation) => [validation, askTexts(voices, name, validation.examples)]))
  const learned = chosen.map((validation) => asked.get(validation)!)
  return fitDecision(learned, classes, (sayings) => {
    const scores = sayings.map((told) =>
      scoreLabels(
        told.map((one) => ({ ...one, confidence: 1 })),
        classes,
      ),
    )
    return scores.reduce((sum, score) => sum + score[by], 0) / scores.length
  })
}
