import { type Field, fieldsOf, type Labels } from './challenge-post.ts'

type Labelled = Labels & { id: string }

export interface Pair {
  id: string
  field: Field
  first: string
  second: string
  /** What holds. */
  ruled: string
}

/** What two labellings and the ruling say of every text and field that all of them know. */
export function compareLabels(
  firsts: readonly Labelled[],
  seconds: readonly Labelled[],
  ruled: readonly Labelled[],
): Pair[] {
  const bySecond = new Map(seconds.map((labels) => [labels.id, labels]))
  const byRuling = new Map(ruled.map((labels) => [labels.id, labels]))
  return firsts.flatMap((labels) =>
    fieldsOf(labels).flatMap((field) => {
      const { id } = labels
      const [first, second, held] = [labels, bySecond.get(id), byRuling.get(id)].map((one) => one?.[field])
      if (first === undefined || second === undefined || held === undefined) return []
      return [{ id, field, first, second, ruled: held }]
    }),
  )
}
