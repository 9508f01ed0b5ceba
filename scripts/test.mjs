// Everything that needs no outside service, on a fresh clone too: check, the tests beside the code, the journeys.
// `--services`: what meets the store, once more against the PostgreSQL server of DATABASE_URL.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
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
const unsteady = []

/** One part of the run. Its last line counts; a part that dies without one counts as one failure. */
async function part(title, node, args, env = {}) {
  console.log(`\n── ${title}`)
  const { code, said } = await runOpenly(node, args, { cwd: root, env: { ...process.env, ...env } })
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(said)
  const wrong = Math.max(Number(counts?.[2] ?? 0), code === 0 ? 0 : 1)
  passed += Number(counts?.[1] ?? (code === 0 ? 1 : 0))
  failed += wrong
  skipped.push(...saidOf('skipped', said))
  return { wrong, said }
}

/** Tests. Files with a failed test run once more, by themselves; what passes then counts, and is named as unsteady. */
async function tests(title, node, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-failed-'))
  const list = join(folder, 'files')
  const vitest = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run']
  const first = await part(title, node, [...vitest, ...args], { ...env, FAILED_FILES: list })
  const files = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : []
  rmSync(folder, { recursive: true })
  // Many failures are no chance.
  if (first.wrong === 0 || files.length === 0 || files.length > 4) return
  const before = passed
  const again = await part(
    `Once more: ${files.join(', ')}`,
    node,
    [...vitest, ...options(args), '--maxWorkers=1', ...files],
    env,
  )
  passed = before
  if (again.wrong > 0) {
    failed -= again.wrong
    return
  }
  passed += first.wrong
  failed -= first.wrong
  unsteady.push(...saidOf('failed', first.said), ...saidOf('did not run', first.said))
}

const saidOf = (word, said) => [...said.matchAll(new RegExp(`^${word}: (.+)$`, 'gm'))].map(([, test]) => test)

/** Without the names of files. */
const options = (args) => (args[0] === '--config' ? args.slice(0, 2) : [])

async function everything(node) {
  await part('Check: format, lint, types, dead code, folder rule', node, [join(root, 'scripts', 'check.ts')])
  await tests('Tests beside the code, against a real PostgreSQL', node, [])
  const journeys = join(root, 'tests', 'journeys', 'vitest.config.ts')
  const browser = await findBrowser()
  if (browser.missing) skipped.push(`all journeys: ${browser.missing}`)
  else if (existsSync(journeys)) {
    await buildWeb(node)
    const env = { CHROMIUM_PATH: browser.path }
    await tests('Journeys in a browser', node, ['--config', journeys], env)
  }
}

async function againstServices(node) {
  const env = { DATABASE_URL: process.env.DATABASE_URL ?? standardServer }
  await tests('What meets the store, against the server of DATABASE_URL', node, testsOfTheStore(), env)
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
if (unsteady.length > 0) {
  console.log(
    `\nUnsteady, passed only when run by themselves:\n${unsteady.map((each) => `  unsteady: ${each}`).join('\n')}`,
  )
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
