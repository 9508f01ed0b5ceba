/** What a code point is to the tokenizer. */
export const characterClass = {
  separator: 0,
  /** A letter, a number or `_`: may begin a word. */
  wordStart: 1,
  /** A mark: may continue a word. */
  mark: 2,
  emoji: 3,
  /** A letter or number of a script written without spaces: a word by itself. */
  alone: 4,
} as const

const blockBits = 8
const blockSize = 1 << blockBits
const blocks: (Uint8Array | undefined)[] = Array.from({ length: 0x110000 >> blockBits })

const wordStart = /^[\p{L}\p{N}_]$/u
const mark = /^\p{M}$/u
const emoji = /^\p{Extended_Pictographic}$/u
const alone = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u

/** The class of a code point. Classes are worked out a block at a time, when a block is first met. */
export function classOf(codePoint: number): number {
  const block = blocks[codePoint >> blockBits] ?? makeBlock(codePoint >> blockBits)
  return block[codePoint & (blockSize - 1)] ?? 0
}

/** Whether a code point belongs into a word: a letter, a mark, a number or `_`. */
export function isWordCharacter(codePoint: number): boolean {
  const found = classOf(codePoint)
  return found !== characterClass.separator && found !== characterClass.emoji
}

function makeBlock(index: number): Uint8Array {
  const block = new Uint8Array(blockSize)
  for (let offset = 0; offset < blockSize; offset++) block[offset] = classify(index * blockSize + offset)
  blocks[index] = block
  return block
}

function classify(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return characterClass.separator
  const character = String.fromCodePoint(codePoint)
  if (wordStart.test(character)) return alone.test(character) ? characterClass.alone : characterClass.wordStart
  if (mark.test(character)) return characterClass.mark
  return emoji.test(character) ? characterClass.emoji : characterClass.separator
}
