import { once } from 'node:events'
import { cpus } from 'node:os'
import { Worker } from 'node:worker_threads'
import { median } from '../../../server/commands/match-rates.ts'

const rounds = 11

/**
 * Posts a second by the clock, of one worker and of two at once; each has its own posts, the index is shared. In turns. The
 * clock sees what else the machine does: `others` is how many cores other programs kept busy, and `perCpu` how many posts
 * two workers match in a CPU second, measured by what one does.
 */
export async function measureWorkers(packed: SharedArrayBuffer, postsFile: string) {
  const workers = [0, 1].map(
    (half) => new Worker(new URL('matching-worker.ts', import.meta.url), { workerData: { packed, postsFile, half } }),
  )
  try {
    for (let times = 0; times < 2; times++) await rateOf(workers)
    const others = watchOthers()
    const rates: { one: Rate; two: Rate }[] = []
    while (rates.length < rounds) rates.push({ one: await rateOf(workers.slice(0, 1)), two: await rateOf(workers) })
    return {
      one: median(rates.map(({ one }) => one.byClock)),
      two: median(rates.map(({ two }) => two.byClock)),
      ratio: median(rates.map(({ one, two }) => two.byClock / one.byClock)),
      perCpu: median(rates.map(({ one, two }) => two.byCpu / one.byCpu)),
      others: others(),
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

interface Rate {
  byClock: number
  byCpu: number
}

async function rateOf(workers: readonly Worker[]): Promise<Rate> {
  const began = performance.now()
  const cpu = ownCpuSeconds()
  const counts = await Promise.all(
    workers.map(async (worker) => {
      const answer = once(worker, 'message')
      worker.postMessage('match', [])
      return Number((await answer)[0])
    }),
  )
  const posts = counts.reduce((sum, count) => sum + count, 0)
  return { byClock: posts / ((performance.now() - began) / 1000), byCpu: posts / (ownCpuSeconds() - cpu) }
}

/** Gives a function that says how many cores other programs kept busy since. */
function watchOthers(): () => number {
  const began = performance.now()
  const before = busySeconds() - ownCpuSeconds()
  return () => Math.max(0, (busySeconds() - ownCpuSeconds() - before) / ((performance.now() - began) / 1000))
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function busySeconds(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys, 0) / 1000
}
