import { wordComparison, wordComparisonBody } from '../../../contract/word-comparisons.ts'
import { type Route, route } from '../../access/route.ts'
import { compareWords, type FindOwnWords } from './compare-words.ts'

/** What is said here and not there. */
export function comparisonRoutes(findOwnWords: FindOwnWords): Route[] {
  return [
    route({
      method: 'POST',
      path: '/word-comparisons',
      right: 'topic.read',
      asksOnly: true,
      summary: 'Words and phrases that stand in one set of posts more often than in another',
      body: wordComparisonBody,
      answer: wordComparison,
      act: ({ tx, who, body }) => compareWords(tx, who, { ...body, findOwnWords }),
    }),
  ]
}
