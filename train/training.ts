/** What every training is told. */
export interface Training {
  /** The folder of the data sets. */
  data: string
  /** Where weights are written to. */
  folder: string
  seed: number
  version: string
  /** The day, as told: the clock is not asked, or two trainings would differ. */
  date: string
  tell: (line: string) => void
}
