/** The store cannot be opened. The message is for the person at the terminal: what, where, what to do. */
export class StoreError extends Error {
  override name = 'StoreError'
}
