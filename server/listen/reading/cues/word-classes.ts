import { spellingsOf } from './spellings-of.ts'
import { makeWordForms } from './word-forms.ts'

/** What is known of one word: bits of the classes it belongs to, and the cues that may begin with it. */
export interface KnownWord {
  bits: Int32Array
  cues: Int32Array
}

/** Whether a word belongs to a class, such as “crash*, freeze*”, in two array look-ups. */
export interface WordClasses {
  /** A number for a set of words; the same set has the same number. */
  classOf(words: readonly string[]): number
  /** Notes that a cue may begin with a word of the class. */
  startCue(cue: number, wordClass: number): void
  /** To be asked once all classes are named. */
  look(word: string): KnownWord
}

/** So many words of posts are remembered; then the memory starts anew, so that hostile posts cannot fill it. */
const memory = 30_000

/** Classes of the words of one language. */
export function makeWordClasses(): WordClasses {
  const forms = makeWordForms()
  const numbers = new Map<string, number>()
  const cuesOf: number[][] = []
  let known = new Map<string, KnownWord>()
  let nothing: KnownWord | undefined

  function knownOf(word: string): KnownWord {
    nothing ??= { bits: new Int32Array((numbers.size + 31) >>> 5), cues: new Int32Array(0) }
    for (const spelling of spellingsOf(word)) {
      const classes = forms.classesOf(spelling)
      if (classes.size > 0) return describe(classes, numbers.size, cuesOf)
    }
    return nothing
  }

  return {
    classOf(words) {
      const key = words.toSorted().join(' ')
      const number = numbers.get(key) ?? numbers.size
      if (number < numbers.size) return number
      numbers.set(key, number)
      cuesOf.push([])
      for (const written of words) forms.add(written, number)
      return number
    },
    startCue(cue, wordClass) {
      cuesOf[wordClass]!.push(cue)
    },
    look(word) {
      let found = known.get(word)
      if (found) return found
      if (known.size >= memory) known = new Map()
      found = knownOf(word)
      known.set(word, found)
      return found
    },
  }
}

function describe(classes: ReadonlySet<number>, size: number, cuesOf: readonly number[][]): KnownWord {
  const bits = new Int32Array((size + 31) >>> 5)
  const cues = new Set<number>()
  for (const number of classes) {
    bits[number >>> 5]! |= 1 << (number & 31)
    for (const cue of cuesOf[number]!) cues.add(cue)
  }
  return { bits, cues: Int32Array.from(cues) }
}
