import { characterClass, classOf } from '../../../lib/character-class.ts'
import { wordFlag } from '../word-flag.ts'
import type { Taken } from './taken.ts'

const joiner = 0x200d
const variant = 0xfe0f

/** More parts than any emoji has; a longer chain is cut. */
const mostParts = 8

/** Two of these make a flag. */
export function isFlagLetter(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff
}

function isSkinTone(code: number): boolean {
  return code >= 0x1f3fb && code <= 0x1f3ff
}

/** One emoji with all that is joined to it, read without skin tone and variant. */
export function takeEmoji(text: string, at: number): Taken {
  const first = text.codePointAt(at)!
  let end = at + sizeOf(first)
  let word = String.fromCodePoint(first)
  if (isFlagLetter(first)) {
    const second = text.codePointAt(end) ?? 0
    if (isFlagLetter(second)) {
      word += String.fromCodePoint(second)
      end += sizeOf(second)
    }
    return { word, end, flags: wordFlag.emoji }
  }
  end = afterVariants(text, end)
  for (let parts = 1; parts < mostParts && text.charCodeAt(end) === joiner; parts++) {
    const next = text.codePointAt(end + 1) ?? 0
    if (classOf(next) !== characterClass.emoji) break
    word += `\u200d${String.fromCodePoint(next)}`
    end = afterVariants(text, end + 1 + sizeOf(next))
  }
  return { word, end, flags: wordFlag.emoji }
}

function afterVariants(text: string, from: number): number {
  const end = text.charCodeAt(from) === variant ? from + 1 : from
  return isSkinTone(text.codePointAt(end) ?? 0) ? end + 2 : end
}

function sizeOf(code: number): number {
  return code > 0xffff ? 2 : 1
}
