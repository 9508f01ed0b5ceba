// Everything that needs no outside service, on a fresh clone too: check, the tests beside the code, the journeys.
// `--services`: what meets the store, once more against the PostgreSQL server of DATABASE_URL.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildWeb } from './setup/build-web.mjs'
import { findBrowser } from './setup/find-browser.mjs'
import { install, root } from './setup/install.mjs'
import { SetupError } from './setup/progress.mjs'
import { runOpenly } from './setup/run-program.mjs'

const services = process.argv.includes('--services')
const standardServer = 'postgres://postgres@127.0.0.1:5432/postgres'
let passed = 0
let failed = 0
const skipped = []

/** One part of the run. Its last line counts; a part that dies without one counts as one failure. */
async function part(title, node, args, env = {}) {
  console.log(`\n── ${title}`)
  const { code, said } = await runOpenly(node, args, { cwd: root, env: { ...process.env, ...env } })
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(said)
  passed += Number(counts?.[1] ?? (code === 0 ? 1 : 0))
  failed += Math.max(Number(counts?.[2] ?? 0), code === 0 ? 0 : 1)
  skipped.push(...[...said.matchAll(/^skipped: (.+)$/gm)].map(([, test]) => test))
}

async function everything(node) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  await part('Check: format, lint, types, dead code, folder rule', node, [join(root, 'scripts', 'check.ts')])
  await part('Tests beside the code, against a real PostgreSQL', node, [vitest, 'run'])
  const journeys = join(root, 'tests', 'journeys', 'vitest.config.ts')
  const browser = await findBrowser()
  if (browser.missing) skipped.push(`all journeys: ${browser.missing}`)
  else if (existsSync(journeys)) {
    await buildWeb(node)
    const env = { CHROMIUM_PATH: browser.path }
    await part('Journeys in a browser', node, [vitest, 'run', '--config', journeys], env)
  }
}

async function againstServices(node) {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const env = { DATABASE_URL: process.env.DATABASE_URL ?? standardServer }
  await part(
    'What meets the store, against the server of DATABASE_URL',
    node,
    [vitest, 'run', ...testsOfTheStore()],
    env,
  )
}

/** Tests that ask for a database, by themselves or through the worlds they stand in. */
function testsOfTheStore() {
  const sources = ['server', 'tests']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, path)))
    .filter((path) => path.endsWith('.ts'))
  const asking = new Set(sources.filter((path) => readFileSync(join(root, path), 'utf8').includes('testDatabase')))
  const worlds = [...asking].filter((path) => !path.endsWith('.test.ts')).map((path) => basename(path))
  const uses = (path) => worlds.some((world) => readFileSync(join(root, path), 'utf8').includes(`/${world}'`))
  return sources.filter(
    (path) => path.endsWith('.test.ts') && !path.includes('journeys') && (asking.has(path) || uses(path)),
  )
}

try {
  const node = await install()
  await (services ? againstServices(node) : everything(node))
} catch (problem) {
  console.error(problem instanceof SetupError ? problem.message : problem)
  failed += 1
}
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((each) => `  ${each}`).join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
