/** Why a pattern cannot be understood, as a sentence without its place. */
export class PatternError extends Error {
  override name = 'PatternError'
}
