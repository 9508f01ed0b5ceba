/**
 * Scores our reading of feeds by the expectations that feedparser's suite states in its files: those that
 * `bench/feeds/score.mjs` of the shared folder counts, compared as it compares. Fails below 85 %.
 *
 *   node scripts/score-feeds.ts [--verbose] [FOLDER]
 */
import { parseArgs } from 'node:util'
import { inShared } from '../tests/shared-dir.ts'
import { scoreFeedFolders } from './score-feed-folders.ts'

const { values, positionals } = parseArgs({
  options: { verbose: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const started = performance.now()
const { folders, missed } = scoreFeedFolders(positionals[0] ?? inShared('fixtures/feeds'))
const seconds = ((performance.now() - started) / 1000).toFixed(1)

if (values.verbose) for (const one of missed) console.log(`missed  ${one}`)
let [passed, total] = [0, 0]
for (const [folder, score] of [...folders].sort(([one], [other]) => one.localeCompare(other))) {
  console.log(`${folder.padEnd(28)} ${String(score.passed).padStart(4)} of ${score.total}`)
  passed += score.passed
  total += score.total
}
const percent = total === 0 ? 0 : (100 * passed) / total
console.log(
  `${'in all'.padEnd(28)} ${String(passed).padStart(4)} of ${total} = ${percent.toFixed(1)} % in ${seconds} s`,
)
process.exitCode = percent >= 85 ? 0 : 1
