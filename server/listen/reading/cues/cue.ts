/**
 * One sign of a label, as a query of the listening language, with a text it must find and one it must not. Anybody who can
 * write a topic can add one.
 */
export interface Cue {
  label: string
  /** How sure the cue alone makes, from 0 to 1. */
  weight: number
  find: string
  example: string
  counterExample: string
}
