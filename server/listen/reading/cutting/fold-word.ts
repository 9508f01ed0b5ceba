import { wordFlag } from '../word-flag.ts'

const plain = /^[a-z0-9']*$/
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const curly = /[’‘`´]/g
const run = /([\p{L}\p{M}])\1{2,}/gu

/** A word as it is read, with what was seen of it. */
export function foldWord(raw: string): { word: string; flags: number } {
  const lower = plain.test(raw) ? raw : simplify(raw)
  const word = hasRun(lower) ? lower.replaceAll(run, '$1$1') : lower
  let flags = word.length < lower.length ? wordFlag.lengthened : 0
  if (lower !== raw && isCapitals(raw, lower)) flags |= wordFlag.capitals
  return { word, flags }
}

function simplify(raw: string): string {
  if (/^[\x20-\x5f\x61-\x7e]*$/.test(raw)) return raw.toLowerCase()
  return raw.replaceAll(unseen, '').replaceAll(curly, "'").normalize('NFC').toLowerCase()
}

function hasRun(word: string): boolean {
  for (let at = 2; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if (code === word.charCodeAt(at - 1) && code === word.charCodeAt(at - 2)) return true
  }
  return false
}

function isCapitals(raw: string, lower: string): boolean {
  return raw.length > 1 && raw === raw.toUpperCase() && raw.toLowerCase() !== raw && lower.length > 1
}
