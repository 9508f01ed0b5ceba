import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problem.ts'

/** A refusal for asking too often; the answer says when to come back. */
export class TooOften extends Problem {
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super(429, 'too_often', `This was asked too often. Try again in ${retryAfterSeconds} seconds.`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Counts in memory, per process: a limit protects the machine and a password, it is no bill. */
export interface Limit {
  /** Spends one (or `cost`) of what `key` has. Throws `TooOften` when nothing is left. */
  spend: (key: string, cost?: number) => Promise<void>
  /** Gives back one that was spent. */
  giveBack: (key: string) => Promise<void>
  forget: (key: string) => Promise<void>
}

/** At most `points` within `seconds`, for each key. */
export function makeLimit(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    spend: async (key, cost = 1) => {
      try {
        await limiter.consume(key, cost)
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooOften(refusal) : refusal
      }
    },
    giveBack: async (key) => {
      await limiter.reward(key, 1)
    },
    forget: async (key) => {
      await limiter.delete(key)
    },
  }
}

function tooOften(state: RateLimiterRes): TooOften {
  return new TooOften(Math.max(1, Math.ceil(state.msBeforeNext / 1_000)))
}
