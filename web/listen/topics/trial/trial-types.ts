import type { TrialReply } from '../../../../contract/topic-trials.ts'

/** What a query finds in the last 30 days. */
export type TrialResult = NonNullable<TrialReply['result']>
