/** A word found at a place: what it is read as, where it ends, and the bits of `wordFlag`. */
export interface Taken {
  word: string
  end: number
  flags: number
}
