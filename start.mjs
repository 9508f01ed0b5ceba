// Starts Earshot from a checkout, with any Node from 20: installs what is missing, builds the web app, serves.
import { buildWeb } from './scripts/setup/build-web.mjs'
import { handOver } from './scripts/setup/hand-over.mjs'
import { install } from './scripts/setup/install.mjs'
import { SetupError } from './scripts/setup/progress.mjs'

const args = process.argv.slice(2)

try {
  const node = await install()
  if (!args.includes('--help') && !args.includes('-h')) await buildWeb(node)
  await handOver(node, ['serve', ...args])
} catch (problem) {
  console.error(problem instanceof SetupError ? problem.message : problem)
  process.exitCode = 1
}
