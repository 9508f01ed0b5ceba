import { wordFlag } from '../word-flag.ts'
import type { Taken } from './taken.ts'

const exclamations = new Set('!！‼')
const questions = new Set('?？؟⁇')

/** A run of `!` and `?`, read as `!`, `!!` (two or more), `?`, `??` or `?!`. */
export function takeMarks(text: string, at: number): Taken | undefined {
  let exclaims = 0
  let asks = 0
  let end = at
  for (; end < text.length; end++) {
    const sign = text[end]!
    if (exclamations.has(sign)) exclaims++
    else if (questions.has(sign)) asks++
    else break
  }
  if (end === at) return undefined
  return { word: wordOf(exclaims, asks), end, flags: wordFlag.mark }
}

function wordOf(exclaims: number, asks: number): string {
  if (exclaims > 0 && asks > 0) return '?!'
  const sign = asks > 0 ? '?' : '!'
  return exclaims + asks > 1 ? sign + sign : sign
}
