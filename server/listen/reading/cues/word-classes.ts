import { plainLetters, simpleMark, spellingsOf } from './spellings-of.ts'

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

/** Posts leave apostrophes out, and patterns need not say so; but without theirs these would be other words. */
const otherwiseAWord = new Set(["we're", "i'll", "we'll", "she'll", "he'll", "i'd", "we'd", "she'd", "it's", "let's"])

/** Classes of the words of one language. */
export function makeWordClasses(): WordClasses {
  const numbers = new Map<string, number>()
  const exact = new Map<string, number[]>()
  const beginnings = new Map<string, number[]>()
  const endings = new Map<string, number[]>()
  const cuesOf: number[][] = []
  let known = new Map<string, KnownWord>()
  let nothing: KnownWord | undefined

  function add(written: string, wordClass: number): void {
    const plain = plainLetters(written)
    if (plain !== written) return add(plain, wordClass)
    if (written.endsWith('*')) push(beginnings, written.slice(0, -1), wordClass)
    else if (written.startsWith('*')) push(endings, written.slice(1), wordClass)
    else push(exact, written, wordClass)
    if (written.includes("'") && !otherwiseAWord.has(written)) add(written.replaceAll("'", ''), wordClass)
  }

  function classesOf(word: string): Set<number> {
    const found = new Set([...(exact.get(word) ?? []), ...(exact.get(simpleMark(word) ?? word) ?? [])])
    for (let length = 2; length <= Math.min(word.length, 24); length++) {
      for (const one of beginnings.get(word.slice(0, length)) ?? []) found.add(one)
      for (const one of endings.get(word.slice(-length)) ?? []) found.add(one)
    }
    return found
  }

  function knownOf(word: string): KnownWord {
    nothing ??= { bits: new Int32Array((numbers.size + 31) >>> 5), cues: new Int32Array(0) }
    for (const spelling of spellingsOf(word)) {
      const classes = classesOf(spelling)
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
      for (const written of words) add(written, number)
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

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
