/** A text with its label, by number, and where it came from, by number: each source has a bias of its own. */
export interface Example {
  text: string
  label: number
  source: number
  /** Two letters, where the set tells. */
  language?: string
}

export interface Validation {
  name: string
  examples: readonly Example[]
  /** Under which name the head is read there, if not under its own. */
  readAs?: string
}

/** What one head learns, and from what. */
export interface HeadTask {
  name: string
  labels: readonly string[]
  sources: readonly { name: string; weight: number }[]
  examples: readonly Example[]
  /** Under which names it is read, each with the bias of a source; under its own with that of the first if not told. */
  readAs?: readonly { name: string; source: number }[]
  /** The first of those read under a name is the one that its temperature and offsets are fitted on. */
  validations: readonly Validation[]
  /** How freely weights may move: the larger, the freer. */
  freedom: { sparse: number; dense: number }
  /** Features that stay. */
  kept: number
  /** A feature that stands in the texts less often is not looked at. */
  leastCount: number
  /** Balance of the labels: 0 takes them as they come, 1 makes all alike. */
  balance: number
  /** Where offsets between labels are chosen on validation: by which sets (named more than once, one counts as often), and what shall be highest. */
  decideOn?: { sets: readonly string[]; by: 'macroRecall' | 'macroF1' }
}

export function readAs({ name, readAs: names }: HeadTask): readonly { name: string; source: number }[] {
  return names ?? [{ name, source: 0 }]
}

/** Texts that a head is fitted and scored on when it is read under a name. */
export function validationsOf(task: HeadTask, name: string): Validation[] {
  return task.validations.filter((validation) => (validation.readAs ?? task.name) === name)
}
