import { openPacked } from '../../../server/listen/matching/topic-index.ts'
import type { TopicIndex } from '../../../server/listen/matching/topic-index.ts'
import { buildIndex } from './build-index.ts'
import type { Goal } from './goals.ts'
import { measureChanges } from './measure-changes.ts'
import { measureLatency } from './measure-latency.ts'
import { measureSpeed } from './measure-speed.ts'
import { measureWorkers } from './measure-workers.ts'
import { bytesInUse, matchAll, shown } from './measuring.ts'
import type { Workload } from './workload.ts'

/** The checksums over all posts, of `expected.json` in the workload. */
const expected: Record<string, string> = {
  1000: '11377:5b46e0949167c9ac',
  10000: '128444:39c12643d45e026b',
  100000: '1277428:b4e309c25abe5800',
}
const fewest = { ratio: { 10_000: 1.5, 100_000: 0.35 } as Record<number, number>, workers: 1.35 }

/** Everything there is to say of so many queries; prints it and gives the goals that it decides. */
export async function measureCount(workload: Workload, count: number): Promise<Goal[]> {
  const { posts } = workload
  const { index, buildCpu, slow, bytesBefore } = await buildIndex(workload, count)
  const found = matchAll(index, slow.sample)
  const bytes = (bytesInUse() - bytesBefore) / count
  const speed = measureSpeed(index, posts)
  const ends = [
    checked('all posts', speed.checksum, expected[count]),
    checked(`${slow.sample.length} posts against the reference`, found, slow.checksum()),
  ]
  console.log(`\n${shown(count)} queries`)
  console.log(`  ${ends.join('; ')}`)
  console.log(
    `  ${shown(speed.matching)} posts per CPU second; words alone ${shown(speed.plain)}: ${speed.ratio.toFixed(2)} times it`,
  )
  console.log(`  ${shown(speed.matching / slow.postsPerCpuSecond())} times the reference, which walks every query`)
  console.log(`  built in ${buildCpu.toFixed(2)} CPU seconds; ${shown(bytes)} bytes a query`)
  const packed = index.pack()
  const again = checked('its matches', matchAll(openPacked(packed), posts), speed.checksum)
  console.log(`  packed: ${shown(packed.byteLength / count)} bytes a query; ${again}`)
  const goals: Goal[] = []
  const ratio = fewest.ratio[count]
  if (ratio !== undefined)
    goals.push({ what: `ratio to words alone at ${shown(count)}`, sign: '≥', bound: ratio, seen: speed.ratio })
  if (count >= 10_000) {
    const workers = await measureWorkers(packed, workload.postsFile)
    console.log(
      `  two workers ${shown(workers.two)} posts a second by the clock, one ${shown(workers.one)}: ${workers.ratio.toFixed(2)} times it ` +
        `(in a CPU second ${workers.perCpu.toFixed(2)} times; others kept ${workers.others.toFixed(1)} cores busy)`,
    )
    goals.push({ what: `two workers to one at ${shown(count)}`, sign: '≥', bound: fewest.workers, seen: workers.ratio })
  }
  if (count < 100_000) return goals
  return [
    ...goals,
    { what: 'bytes a query', sign: '≤', bound: 700, seen: bytes },
    { what: 'CPU seconds to build', sign: '≤', bound: 15, seen: buildCpu },
    ...(await measureOnline(index, workload)),
  ]
}

/** How long one post and one change take. */
async function measureOnline(index: TopicIndex, workload: Workload): Promise<Goal[]> {
  const { p50, p99, p999 } = measureLatency(index, workload.posts)
  console.log(`  one post: p50 ${p50.toFixed(1)} µs, p99 ${p99.toFixed(1)} µs, p99.9 ${p999.toFixed(1)} µs`)
  const { longest, seen, changes } = await measureChanges(index, workload)
  console.log(
    `  longest of ${shown(changes / 5)} changes (median of 5 turns) ${longest.toFixed(2)} ms; seen after ${seen.toFixed(2)} ms at most`,
  )
  return [
    { what: 'p99 of one post in ms', sign: '≤', bound: 0.1, seen: p99 / 1000 },
    { what: 'longest single change in ms', sign: '≤', bound: 5, seen: longest },
    { what: 'ms until a change is seen', sign: '≤', bound: 50, seen },
  ]
}

function checked(what: string, seen: string, wanted: string | undefined): string {
  if (wanted === undefined) return `${what}: no known checksum`
  if (seen === wanted) return `${what}: checksum equal`
  process.exitCode = 1
  return `${what}: CHECKSUM ${seen}, NOT ${wanted}`
}
