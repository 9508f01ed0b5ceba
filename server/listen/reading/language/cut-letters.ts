import { accent, classOf, lowerOf, scriptNumbers, silent } from './letter-table.ts'
import { passOver, passWord } from './pass-over.ts'

/** What somebody wrote, letters only: lower case, words apart, and where each word stands in the text. */
export interface LetterCut {
  /** All words, one after the other, each with a 0 before it; a 0 ends the last. */
  letters: Uint16Array
  length: number
  words: number
  /** Where the first letter of each word stands in `letters`, where the word stands in the text, and its script. */
  firsts: Int32Array
  starts: Int32Array
  ends: Int32Array
  scripts: Uint8Array
  /** Letters by the number of their script. */
  counts: Int32Array
  /** Where the word that is being cut ends in `letters`. */
  write: number
}

/** More letters than this say nothing new of the language. */
const enough = 480
/** Of one word; what follows is passed over. */
const longest = 48
/** Units looked at before giving up on finding more letters. */
const farthest = 4000

/** Room for one cut. A reader keeps one and fills it again, for it is done with a post before the next. */
export function emptyCut(): LetterCut {
  return {
    letters: new Uint16Array(2 * enough + 2 * longest),
    length: 0,
    words: 0,
    firsts: new Int32Array(enough + 1),
    starts: new Int32Array(enough + 1),
    ends: new Int32Array(enough + 1),
    scripts: new Uint8Array(enough + 1),
    counts: new Int32Array(scriptNumbers),
    write: 0,
  }
}

/**
 * One pass from left to right. Links, mentions, addresses, entities, numbers and emoji are left out, hashtags lose their
 * mark, letters repeated three times or more are cut to two. A word ends where the script changes.
 */
export function cutLetters(text: string, cut: LetterCut): LetterCut {
  cut.length = cut.words = 0
  cut.counts.fill(0)
  const end = Math.min(text.length, farthest)
  for (let at = 0; at < end && cut.length - cut.words < enough;) {
    const unit = text.charCodeAt(at)
    if (classOf(unit) <= accent) at = passOver(text, at, end)
    else {
      const after = cutWord(text, at, end, cut)
      at = passWord(text, at, after, end) ?? keepWord(at, after, cut)
    }
  }
  cut.letters[cut.length] = 0
  return cut
}

const apostrophe = 0x27
const isApostrophe = (unit: number) => unit === apostrophe || unit === 0x2019 || unit === 0x02bc

/** Writes the letters of the word that begins at `from` behind those kept so far, and says where it ends. */
function cutWord(text: string, from: number, end: number, cut: LetterCut): number {
  const script = classOf(text.charCodeAt(from))
  cut.scripts[cut.words] = script
  cut.letters[cut.length] = 0
  cut.write = cut.length + 1
  let at = from
  for (; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = classOf(unit)
    if (kind === script) addLetter(cut, lowerOf(unit))
    else if (kind === accent) cut.letters[cut.write - 1] = joined(cut.letters[cut.write - 1]!, unit)
    else if (isApostrophe(unit) && at + 1 < end && classOf(text.charCodeAt(at + 1)) === script)
      addLetter(cut, apostrophe)
    else if (kind !== silent) break
  }
  return at
}

function addLetter(cut: LetterCut, letter: number): void {
  const { letters, write } = cut
  const isThird = letter === letters[write - 1] && letter === letters[write - 2]
  if (isThird || write > cut.length + longest) return
  letters[write] = letter
  cut.write = write + 1
}

/** A letter with the accent behind it, as one letter where there is one. */
function joined(letter: number, mark: number): number {
  const text = String.fromCharCode(letter, mark).normalize('NFC')
  return text.length === 1 ? text.charCodeAt(0) : letter
}

function keepWord(from: number, end: number, cut: LetterCut): number {
  const script = cut.scripts[cut.words]!
  const first = cut.length + 1
  cut.firsts[cut.words] = first
  cut.starts[cut.words] = from
  cut.ends[cut.words] = end
  cut.counts[script]! += cut.write - first
  cut.words += 1
  cut.length = cut.write
  return end
}
