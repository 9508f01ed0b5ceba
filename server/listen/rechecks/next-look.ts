const hour = 3_600_000
const day = 24 * hour

/**
 * When a post is looked at again: daily while it is young, weekly in its first month, monthly after that, and never later
 * than its network allows.
 */
export function nextLook({ postedAt, now, mostHours }: { postedAt: Date; now: Date; mostHours: number }): Date {
  const age = now.getTime() - postedAt.getTime()
  const usual = age < 2 * day ? day : age < 30 * day ? 7 * day : 30 * day
  return new Date(now.getTime() + Math.min(usual, mostHours * hour))
}
