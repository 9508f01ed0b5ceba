#!/usr/bin/env node
// The command line from a checkout: `npm run -s earshot -- COMMAND`.
import { handOver } from './setup/hand-over.mjs'
import { install } from './setup/install.mjs'
import { SetupError } from './setup/progress.mjs'

try {
  await handOver(await install(), process.argv.slice(2))
} catch (problem) {
  console.error(problem instanceof SetupError ? problem.message : problem)
  process.exitCode = 1
}
