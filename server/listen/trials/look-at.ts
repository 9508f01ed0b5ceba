import { setImmediate as giveWay } from 'node:timers/promises'
import { Problem } from '../../access/problem.ts'
import { findMatchingTopics } from '../matching/find-matches.ts'
import type { TopicIndex } from '../matching/topic-index.ts'
import { lazyLanguage } from '../reading/language/read-language.ts'
import { readableFrom } from '../reading/readable-post.ts'
import type { Channels, TrialRow } from './trial-row.ts'
import { matchableOf } from './trial-row.ts'

/** After so many milliseconds of matching, everybody else has a turn. */
const atOnce = 10

export interface Looking {
  index: TopicIndex
  channels: Channels
  signal: AbortSignal
}

/**
 * Tries each post, as the pipeline would, and tells which queries of the index find it; posts that none finds are told with
 * an empty list. Stops between two posts when the asker has gone, or when `tell` says false.
 */
export async function lookAt<Row extends TrialRow>(
  { index, channels, signal }: Looking,
  rows: readonly Row[],
  tell: (row: Row, keys: readonly string[]) => boolean | void,
): Promise<void> {
  let since = performance.now()
  for (const row of rows) {
    const keys = await findMatchingTopics(index, matchableOf(row, channels), lazyLanguage(readableFrom(row)).label)
    if (tell(row, keys) === false) return
    if (performance.now() - since < atOnce) continue
    await giveWay()
    refuseGone(signal)
    since = performance.now()
  }
}

/** Nobody is looked for who did not wait for the answer. */
export function refuseGone(signal: AbortSignal): void {
  if (signal.aborted) throw new Problem(408, 'gone_meanwhile', 'Whoever asked did not wait for the answer.')
}
