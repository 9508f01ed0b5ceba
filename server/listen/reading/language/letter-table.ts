/** What a UTF-16 unit is to a reader of language: one of these, or the number of its script. */
export const other = 0
/** Stands in words without being a letter: soft hyphens, joiners, direction marks, vowel points. */
export const silent = 1
/** An accent that stands alone and belongs to the letter before it. */
export const accent = 2
const firstScript = 3

/** Scripts that are told apart, in the order of their numbers. */
const scripts = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Devanagari',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Greek',
  'Hebrew',
  'Armenian',
  'Georgian',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Ethiopic',
  'Thaana',
] as const

export type Script = (typeof scripts)[number]

export const scriptNumbers = firstScript + scripts.length

export function numberOf(script: Script): number {
  return firstScript + scripts.indexOf(script)
}

export function scriptOf(number: number): Script | undefined {
  return scripts[number - firstScript]
}

/** By UTF-16 unit, as far as met: the class and one, and the lower case. */
const classes = new Uint8Array(65_536)
const lowered = new Uint16Array(65_536)

/** The class of a UTF-16 unit, or the number of its script. */
export function classOf(unit: number): number {
  return (classes[unit] || classify(unit)) - 1
}

/** The lower case of a unit whose class was asked before. */
export function lowerOf(unit: number): number {
  return lowered[unit] ?? unit
}

/** Worked out when a unit is first met: to ask all 65,536 at the start would take a quarter of a second. */
function classify(unit: number): number {
  const written = String.fromCharCode(unit)
  // Presentation forms and wide letters are read as what they stand for.
  const text = /[\ufb00-\ufb06\ufb13-\ufdff\ufe70-\ufefc\uff21-\uff9f]/.test(written)
    ? written.normalize('NFKC').charAt(0)
    : written
  lowered[unit] = text.toLowerCase().charCodeAt(0)
  return (classes[unit] = classFor(text) + 1)
}

/** Format characters, variation selectors, and the vowel points and the lengthening stroke of Arabic. */
const silentSigns = /\p{Cf}|\p{Variation_Selector}|[\u0640\u064b-\u065f\u0670]/u
const patterns = scripts.map((script) => new RegExp(String.raw`^\p{Script=${script}}$`, 'u'))

function classFor(text: string): number {
  if (silentSigns.test(text)) return silent
  if (/[\u0300-\u036f]/.test(text)) return accent
  if (!/[\p{L}\p{M}]/u.test(text)) return other
  const script = patterns.findIndex((pattern) => pattern.test(text))
  return script === -1 ? other : firstScript + script
}
