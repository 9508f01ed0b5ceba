import { characterClass, classOf } from '../../../lib/character-class.ts'
import { wordFlag } from '../word-flag.ts'
import { isFlagLetter, takeEmoji } from './take-emoji.ts'
import { takeEmoticon } from './take-emoticon.ts'
import { takeMarks } from './take-marks.ts'
import { takeSigil } from './take-sigil.ts'
import { takeWord } from './take-word.ts'
import type { Taken } from './taken.ts'

interface Words {
  words: string[]
  starts: Int32Array
  ends: Int32Array
  flags: Uint16Array
}

/** Cuts a text into words; what a word is stands at `CutPost`. */
export function takeWords(text: string): Words {
  const words: string[] = []
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  const flags = new Uint16Array(text.length)
  let pending = 0
  let at = 0
  while (at < text.length) {
    const taken = takeAt(text, at)
    if (taken) {
      starts[words.length] = at
      ends[words.length] = taken.end
      flags[words.length] = taken.flags | pending
      words.push(taken.word)
      pending = 0
      at = taken.end
    } else {
      pending |= pauseAt(text, at)
      at += text.codePointAt(at)! > 0xffff ? 2 : 1
    }
  }
  const count = words.length
  return { words, starts: starts.slice(0, count), ends: ends.slice(0, count), flags: flags.slice(0, count) }
}

function takeAt(text: string, at: number): Taken | undefined {
  const code = text.codePointAt(at)!
  if (code === 32 || code === 95) return undefined
  const kind = classOf(code)
  if (kind === characterClass.wordStart || kind === characterClass.alone) {
    return takeEmoticon(text, at) ?? takeWord(text, at)
  }
  if (kind === characterClass.emoji || isFlagLetter(code)) return takeEmoji(text, at)
  return takeMarks(text, at) ?? takeSigil(text, at) ?? takeEmoticon(text, at)
}

const pauses = new Set('.,;:()[]{}…—–|/\n。，、؛،।')
const quotes = new Set('"“«')

function pauseAt(text: string, at: number): number {
  const sign = text[at]!
  if (quotes.has(sign)) return /\S/.test(text[at + 1] ?? '') ? wordFlag.quoted : 0
  if (!pauses.has(sign)) return 0
  const isDots = sign === '…' || (sign === '.' && text[at + 1] === '.')
  return isDots ? wordFlag.afterPause | wordFlag.afterDots : wordFlag.afterPause
}
