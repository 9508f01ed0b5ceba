/** The caller asked for something that cannot be done; the message says what and how it is done instead. */
export class UsageError extends Error {
  override name = 'UsageError'
}
