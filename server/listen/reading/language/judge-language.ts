import type { LanguageTable } from './language-table.ts'
import type { Weighing } from './weigh-words.ts'

/** What the letters say: the two likeliest languages as places in the table, and how likely the first is. */
export interface Judgement {
  best: number
  second: number
  confidence: number
}

/** How much likelier a language is when the source states it; enough to settle what the letters leave open. */
const weightOfStated = 4

/** Turns sums of weights into a probability of the best language among those written in the script. */
export function judgeLanguage(
  table: LanguageTable,
  weighing: Weighing,
  { candidates, stated }: { candidates: Uint8Array; stated: string | undefined },
): Judgement {
  const scores = scoresOf(table, weighing, candidates)
  const own = stated === undefined ? -1 : candidates.indexOf(table.languages.indexOf(stated))
  if (own !== -1) scores[own]! += Math.log(weightOfStated)
  let best = 0
  for (let i = 1; i < scores.length; i += 1) if (scores[i]! > scores[best]!) best = i
  let second = best === 0 ? 1 : 0
  let sum = 0
  for (let i = 0; i < scores.length; i += 1) {
    sum += Math.exp(scores[i]! - scores[best]!)
    if (i !== best && scores[i]! > scores[second]!) second = i
  }
  const confidence = weighing.count === 0 ? 0 : 1 / sum
  return { best: candidates[best]!, second: candidates[second] ?? candidates[best]!, confidence }
}

function scoresOf(table: LanguageTable, { count, letters, sums }: Weighing, candidates: Uint8Array): Float64Array {
  const sharpness = table.sharpness.find(({ below }) => letters < below)?.by ?? 1
  const factor = count === 0 ? 0 : table.scale / count ** table.power
  return Float64Array.from(candidates, (place) => (sums[place]! * factor + table.biases[place]!) * sharpness)
}
