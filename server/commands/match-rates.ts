import type { PairChecksum } from './pair-checksum.ts'

interface Round {
  posts: number
  checksum: PairChecksum
}

const leastRounds = 5
const leastSeconds = 3
const mostSeconds = 60

/** Runs a round again and again, once to warm up, and gives the medians. CPU time counts all threads of the process. */
export async function medianRates(round: () => Promise<Round>) {
  const rounds: { seconds: number; cpu: number }[] = []
  let last = await round()
  const started = performance.now()
  for (;;) {
    const cpu = process.cpuUsage()
    const begun = performance.now()
    last = await round()
    const used = process.cpuUsage(cpu)
    rounds.push({ seconds: (performance.now() - begun) / 1000, cpu: (used.user + used.system) / 1e6 })
    const spent = (performance.now() - started) / 1000
    if ((rounds.length >= leastRounds && spent >= leastSeconds) || spent > mostSeconds) break
  }
  const seconds = median(rounds.map((one) => one.seconds))
  const cpu = median(rounds.map((one) => one.cpu))
  return {
    ...last,
    seconds: Math.round(seconds * 10_000) / 10_000,
    cpuSeconds: Math.round(cpu * 10_000) / 10_000,
    postsPerSecond: Math.round(last.posts / seconds),
    postsPerCpuSecond: Math.round(last.posts / cpu),
    rounds: rounds.length,
  }
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
