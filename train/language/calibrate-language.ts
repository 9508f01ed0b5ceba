import { cutLetters, emptyCut } from '../../server/listen/reading/language/cut-letters.ts'
import { judgeLanguage } from '../../server/listen/reading/language/judge-language.ts'
import { leadingScript } from '../../server/listen/reading/language/language-of-script.ts'
import type { LanguageDetails, LanguageTable } from '../../server/listen/reading/language/language-table.ts'
import type { Weighing } from '../../server/listen/reading/language/weigh-words.ts'
import { emptyWeighing, weighWords } from '../../server/listen/reading/language/weigh-words.ts'
import type { LanguageRow } from './language-row.ts'

/** Texts of so few letters are unsure each in their own way. */
const bands = [4, 7, 10, 15, 30, 60, 1e9]
/** With fewer texts than this a band takes over the sharpness of the one before. */
const leastTexts = 50

interface Weighed {
  weighing: Weighing
  candidates: Uint8Array
  language: string
}

/** For each length of text what makes the confidence come nearest to how often the table is right. */
export function calibrateLanguage(table: LanguageTable, rows: readonly LanguageRow[]): LanguageDetails['sharpness'] {
  const weighed = rows.flatMap((row) => weigh(table, row))
  let by = 1
  let from = 0
  return bands.map((below) => {
    const texts = weighed.filter(({ weighing }) => weighing.letters >= from && weighing.letters < below)
    from = below
    if (texts.length >= leastTexts) by = sharpest(table, texts)
    return { below, by }
  })
}

function weigh(table: LanguageTable, { text, language }: LanguageRow): Weighed[] {
  const cut = cutLetters(text, emptyCut())
  const script = leadingScript(cut)
  const candidates = table.candidates[script]
  if (!candidates) return []
  const weighing = emptyWeighing(table)
  weighWords(table, { cut, script }, weighing)
  return [{ weighing: { ...weighing, found: weighing.found.slice(0, 0) }, candidates, language }]
}

/** The factor with the least log loss of "the first guess is right". */
function sharpest(table: LanguageTable, texts: readonly Weighed[]): number {
  let best = { by: 1, loss: Infinity }
  for (let by = 0.4; by < 2.5; by += 0.05) {
    const tried = { ...table, sharpness: [{ below: 1e9, by }] }
    let loss = 0
    for (const { weighing, candidates, language } of texts) {
      const judged = judgeLanguage(tried, weighing, { candidates, stated: undefined })
      const confidence = Math.min(0.999, Math.max(0.001, judged.confidence))
      loss -= Math.log(table.languages[judged.best] === language ? confidence : 1 - confidence)
    }
    if (loss < best.loss) best = { by: Number(by.toFixed(2)), loss }
  }
  return best.by
}
