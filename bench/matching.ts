/*
 * `npm run bench matching`: the matcher on the workload of the matching benchmark, in one run, by CPU time where nothing else
 * is said, medians. Beside it, in turns, the plainest thing that reads the same posts (words, no query), and over a few
 * posts the defining matcher that walks every query.
 * `npm run bench matching 1000 10000` measures these counts alone; `--draw` also draws docs/matching-cost.svg.
 * Ends with 1 when a checksum is not what it must be.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sharedDir } from '../tests/shared-dir.ts'
import { drawDoublings } from './parts/matching/draw-doublings.ts'
import { printGoals } from './parts/matching/goals.ts'
import type { Goal } from './parts/matching/goals.ts'
import { measureCount } from './parts/matching/measure-count.ts'
import { doublings, measureDoublings } from './parts/matching/measure-doublings.ts'
import { shown } from './parts/matching/measuring.ts'
import { prepareWorkload } from './parts/matching/workload.ts'

if (!sharedDir) {
  console.error('The workload is not here. Set SHARED_DIR to the folder that holds bench/percolate.')
  process.exit(1)
}

const { values, positionals } = parseArgs({
  options: { draw: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const asked = positionals.map(Number).filter((count) => count > 0)
const counts = asked.length > 0 ? asked : [1_000, 10_000, 100_000]
const isWhole = asked.length === 0 || values.draw

const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
try {
  const workload = prepareWorkload(folder, Math.max(...counts, ...(isWhole ? doublings : [])))
  const goals: Goal[] = []
  for (const count of counts) goals.push(...(await measureCount(workload, count)))
  if (isWhole) {
    const measured = await measureDoublings(workload)
    console.log('\nPosts per CPU second as queries double:')
    for (const { queries, postsPerCpuSecond } of measured)
      console.log(`  ${shown(queries).padStart(7)}  ${shown(postsPerCpuSecond).padStart(9)}`)
    if (values.draw) writeFileSync(join(import.meta.dirname, '../docs/matching-cost.svg'), drawDoublings(measured))
  }
  printGoals(goals)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
