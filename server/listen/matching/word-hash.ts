const factor = 0x9e3779b1

/** The hash of nothing. */
export const noHash: number = 0x2f3ac51b

/** The hash of what was hashed before with one more UTF-16 unit. */
export function hashUnit(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, factor)
  return mixed ^ (mixed >>> 15)
}

/** The hash of a whole word. */
export function hashWord(word: string): number {
  let hash = noHash
  for (let index = 0; index < word.length; index++) hash = hashUnit(hash, word.charCodeAt(index))
  return hash
}
