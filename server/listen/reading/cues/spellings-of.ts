/**
 * A word as posts spell it, then as it might have been meant: without the elision of French and its neighbours
 * (`l'appli`), without letters that were doubled for stress (`soo`), without an apostrophe. The first that is known counts.
 */
export function spellingsOf(word: string): string[] {
  if (word.length > longest) return []
  const spellings = [word]
  const elided = /^(?:[cdjlmnst]|qu)'(.+)$/u.exec(word)?.[1]
  if (elided !== undefined && elided.length > 2) spellings.push(elided)
  if (word.includes("'")) spellings.push(word.replaceAll("'", ''))
  if (/(\p{L})\1/u.test(word)) spellings.push(word.replaceAll(/(\p{L})\1+/gu, '$1'))
  return spellings
}

const longest = 60

/** A run of marks is also its simplest: any that asks is a `?`, any other a `!`. */
export function simpleMark(word: string): string | undefined {
  if (!/^[!?]+$/u.test(word)) return undefined
  return word.includes('?') ? '?' : '!'
}
