/**
 * A word as posts spell it, then as it might have been meant: without the elision of French and its neighbours
 * (`l'appli`), without letters that were doubled for stress (`soo`), without an apostrophe. The first that is known counts.
 */
export function spellingsOf(word: string): string[] {
  if (word.length > longest) return []
  const spellings = [plainLetters(word)]
  const elided = /^(?:[cdjlmnst]|qu)'(.+)$/u.exec(word)?.[1]
  if (elided !== undefined && elided.length > 2) spellings.push(elided)
  if (word.includes("'")) spellings.push(word.replaceAll("'", ''))
  if (/(\p{L})\1/u.test(word)) spellings.push(word.replaceAll(/(\p{L})\1+/gu, '$1'))
  if (/^[\u0621-\u064a]{4,}$/u.test(word)) spellings.push(...withoutParticles(plainLetters(word)))
  return spellings
}

/** Arabic letters that are written one way or another become one; vowel signs go. */
export function plainLetters(word: string): string {
  if (!/[\u0600-\u06ff]/u.test(word)) return word
  return word
    .replaceAll(/[\u064b-\u0652\u0640]/gu, '')
    .replaceAll(/[أإآ]/gu, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
}

/** “And”, “so”, “with”, “for” and “the” are written together with the word that follows. */
function withoutParticles(word: string): string[] {
  return ['و', 'ف', 'ال', 'وال', 'بال', 'لل', 'ب', 'ل']
    .filter((particle) => word.startsWith(particle) && word.length - particle.length >= 3)
    .map((particle) => word.slice(particle.length))
}

const longest = 60

/** A run of marks is also its simplest: any that asks is a `?`, any other a `!`. */
export function simpleMark(word: string): string | undefined {
  if (!/^[!?]+$/u.test(word)) return undefined
  return word.includes('?') ? '?' : '!'
}
