/** Scripts that one language alone writes, or nearly. */
const scripts: [label: string, pattern: RegExp, confidence: number][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.98],
  ['ko', /\p{Script=Hangul}/gu, 0.99],
  ['th', /\p{Script=Thai}/gu, 0.99],
  ['lo', /\p{Script=Lao}/gu, 0.99],
  ['km', /\p{Script=Khmer}/gu, 0.99],
  ['my', /\p{Script=Myanmar}/gu, 0.97],
  ['el', /\p{Script=Greek}/gu, 0.98],
  ['he', /\p{Script=Hebrew}/gu, 0.98],
  ['ka', /\p{Script=Georgian}/gu, 0.98],
  ['hy', /\p{Script=Armenian}/gu, 0.99],
  ['ta', /\p{Script=Tamil}/gu, 0.99],
  ['te', /\p{Script=Telugu}/gu, 0.99],
  ['zh', /\p{Script=Han}/gu, 0.9],
]

const leastLetters = 2
const leastShare = 0.5

/** The language that a text's script gives away; `undefined` for the scripts that many languages share. */
export function readScript(text: string): { label: string; confidence: number } | undefined {
  if (
    !/[\u0370-\u03ff\u0530-\u05ff\u0b80-\u0eff\u1000-\u10ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(
      text,
    )
  )
    return undefined
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  for (const [label, pattern, confidence] of scripts) {
    const own = text.match(pattern)?.length ?? 0
    // Japanese mixes its own signs with Chinese ones; a fifth of them is proof enough.
    const share = label === 'ja' ? leastShare / 2.5 : leastShare
    if (own >= leastLetters && own >= letters * share) return { label, confidence }
  }
  return undefined
}
