import { ringClocks } from './answer/clocks/ring-clocks.job.ts'
import { letQuietRest } from './answer/conversations/let-quiet-rest.job.ts'
import { wakeSnoozedJob } from './answer/conversations/wake-snoozed.job.ts'
import { indexMessages } from './answer/inbox/index-messages.job.ts'
import { forgetArrivals } from './listen/arrivals/forget-arrivals.job.ts'
import type { Job } from './db/job.ts'

/** Everything that runs by the clock, in every workspace. */
export const jobs: readonly Job[] = [indexMessages, wakeSnoozedJob, ringClocks, letQuietRest, forgetArrivals]
