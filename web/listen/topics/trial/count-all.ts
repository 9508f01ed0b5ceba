import type { CountedSoFar, TrialReply } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import type { TrialResult } from './trial-types.ts'

export interface TrialQuestion {
  query: string
  topicId?: string
}

export interface Progress {
  looked: number
  posts: number
}

/**
 * Counts over everything that is stored, about a second at a time, and tells after each how far it is. Gives nothing when
 * the query cannot be tried any more or the signal stops it. Throws when the server does not answer.
 */
export async function countAll(
  question: TrialQuestion,
  signal: AbortSignal,
  tell: (progress: Progress) => void,
): Promise<TrialResult | undefined> {
  let soFar: CountedSoFar | undefined
  do {
    const body = { ...question, exact: true, ...(soFar ? { soFar } : {}) }
    const { result } = await call<TrialReply>('POST', '/topic-trials', { body, signal })
    if (!result?.soFar) return result ?? undefined
    soFar = result.soFar
    tell({ looked: result.looked, posts: result.posts })
  } while (!signal.aborted)
}
