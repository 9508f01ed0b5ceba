import { createRequire } from 'node:module'
import { join } from 'node:path'
import * as z from 'zod'

/** What somebody would install today, each as a judge of the sentiment of a text. */
export interface Packages {
  /** AFINN: `sentiment` on npm. */
  sentiment: (text: string) => string
  /** VADER: `vader-sentiment` on npm. */
  vader: (text: string) => string
}

const sentimentModule = z.custom<new () => { analyze(text: string): { score: number } }>()
const vaderModule = z.object({
  SentimentIntensityAnalyzer: z.custom<{ polarity_scores(text: string): { compound: number } }>(),
})

/** The packages of the lock file of `train/`, read as their own pages say. Throws with what to do when they are absent. */
export function openPackages(): Packages {
  const require = createRequire(join(import.meta.dirname, '../../../train/package.json'))
  try {
    const Sentiment = sentimentModule.parse(require('sentiment'))
    const vader = vaderModule.parse(require('vader-sentiment')).SentimentIntensityAnalyzer
    const afinn = new Sentiment()
    return {
      sentiment: (text) => moodOf(afinn.analyze(text).score, 0),
      vader: (text) => moodOf(vader.polarity_scores(text).compound, 0.05),
    }
  } catch (cause) {
    throw new Error('The packages to compare with are not here. Run: npm ci --ignore-scripts --prefix train', { cause })
  }
}

function moodOf(score: number, line: number): string {
  if (score > line || (line > 0 && score === line)) return 'positive'
  return score < -line || (line > 0 && score === -line) ? 'negative' : 'neutral'
}
