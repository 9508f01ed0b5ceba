// What a stranger lives through: clones this checkout's last commit into an empty folder, runs `npm start`, waits for
// the page, starts a second time. Prints the seconds and the memory of all processes at rest. `--keep` keeps the folder.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from './setup/install.mjs'

const firstLimitSeconds = 90
const laterLimitSeconds = 3
const memoryLimitMegabytes = 350
const restSeconds = 45

const folder = join(mkdtempSync(join(tmpdir(), 'earshot-clone-')), 'earshot')
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const began = Date.now()
execFileSync('git', ['-c', `safe.directory=${root}/.git`, 'clone', '-q', root, folder])
console.log(`cloned into ${folder} after ${seconds(began)} s`)

const first = await startAndMeasure('first start', began, firstLimitSeconds)
await stop(first.child)
const second = await startAndMeasure('second start', Date.now(), laterLimitSeconds)
await wait(restSeconds * 1000)
const memory = memoryOf(second.child.pid)
console.log(
  `at rest for ${restSeconds} s: ${memory.resident} MB in ${memory.count} processes (limit ${memoryLimitMegabytes} MB), ` +
    `${memory.proportional} MB with shared pages counted once`,
)
for (const line of memory.lines) console.log(`  ${line}`)
await stop(second.child)
if (!process.argv.includes('--keep')) rmSync(folder, { recursive: true, force: true })
const good = first.good && second.good && memory.resident <= memoryLimitMegabytes
console.log(good ? 'as promised' : 'NOT as promised')
process.exitCode = good ? 0 : 1

async function startAndMeasure(what, since, limit) {
  const env = { ...process.env, PORT: String(port) }
  for (const name of Object.keys(env)) if (/^npm_|^EARSHOT_|^DATABASE_URL$/.test(name)) delete env[name]
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true })
  let ended = false
  child.on('exit', () => (ended = true))
  while (!(await isReady())) {
    if (ended) throw new Error(`npm start ended before the page was ready`)
    await wait(50)
  }
  const taken = Number(seconds(since))
  console.log(`${what}: page ready after ${taken} s (limit ${limit} s)`)
  return { child, good: taken <= limit }
}

async function isReady() {
  try {
    const answer = await fetch(`${address}/`)
    return answer.ok && (await answer.text()).includes('<html')
  } catch {
    return false
  }
}

/** npm goes at once; the server finishes what is in hand, and then gives back its lock. */
async function stop(child) {
  process.kill(-child.pid, 'SIGTERM')
  while (existsSync(join(folder, 'data', 'serve.lock'))) await wait(20)
}

/** The started processes with all below them, and the store's own, which stand apart. */
function memoryOf(pid) {
  const all = processes()
  const store = all.filter(({ command }) => command.includes('postgres') && command.includes(' -D ') && isOurs(command))
  const wanted = new Set([pid, ...store.map((each) => each.pid)])
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size
    for (const each of all) if (wanted.has(each.parent)) wanted.add(each.pid)
  }
  const found = all.filter((each) => wanted.has(each.pid)).map((each) => ({ ...each, ...sizeOf(each.pid) }))
  const sum = (name) => Math.round(found.reduce((total, each) => total + each[name], 0) / 1024)
  return {
    count: found.length,
    resident: sum('resident'),
    proportional: sum('proportional'),
    lines: found.map(
      (each) =>
        `${Math.round(each.resident / 1024)} MB (${Math.round(each.proportional / 1024)}) ${each.command.slice(0, 90)}`,
    ),
  }
}

function isOurs(command) {
  const { place } = JSON.parse(readFileSync(join(folder, 'data', 'store.json'), 'utf8'))
  return command.includes(place)
}

function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1).split(' ')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        return []
      }
    })
}

function sizeOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const read = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0)
    return { resident: read('Rss'), proportional: read('Pss') }
  } catch {
    return { resident: 0, proportional: 0 }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const taken = server.address().port
      server.close(() => resolve(taken))
    })
  })
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1)
}
