import { plainLetters, simpleMark } from './spellings-of.ts'

/** Words as patterns write them, also by their beginning (`crash*`) or end (`*fehler`), and the classes each belongs to. */
export interface WordForms {
  add(written: string, wordClass: number): void
  classesOf(word: string): Set<number>
}

/** Posts leave apostrophes out, and patterns need not say so; but without theirs these would be other words. */
const otherwiseAWord = new Set(["we're", "i'll", "we'll", "she'll", "he'll", "i'd", "we'd", "she'd", "it's", "let's"])

/** No beginning or end of a word in a pattern is longer. */
const longestPart = 24

/** An empty collection of forms. */
export function makeWordForms(): WordForms {
  const exact = new Map<string, number[]>()
  const beginnings = new Map<string, number[]>()
  const endings = new Map<string, number[]>()

  function add(written: string, wordClass: number): void {
    const plain = plainLetters(written)
    if (plain !== written) return add(plain, wordClass)
    if (written.endsWith('*')) push(beginnings, written.slice(0, -1), wordClass)
    else if (written.startsWith('*')) push(endings, written.slice(1), wordClass)
    else push(exact, written, wordClass)
    if (written.includes("'") && !otherwiseAWord.has(written)) add(written.replaceAll("'", ''), wordClass)
    return undefined
  }

  return {
    add,
    classesOf(word) {
      const found = new Set([...(exact.get(word) ?? []), ...(exact.get(simpleMark(word) ?? word) ?? [])])
      for (let length = 2; length <= Math.min(word.length, longestPart); length++) {
        for (const one of beginnings.get(word.slice(0, length)) ?? []) found.add(one)
        for (const one of endings.get(word.slice(-length)) ?? []) found.add(one)
      }
      return found
    },
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
