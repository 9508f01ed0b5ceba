import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { during, SetupError } from './progress.mjs'
import { runQuietly } from './run-program.mjs'

export const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '..', '..')

const oldestNode = 20
const wantedNode = 24

/** Installs what the lock file names, when it is missing or older. Returns the path of the Node that runs Earshot. */
export async function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < oldestNode) {
    throw new SetupError(`Earshot needs Node ${oldestNode} or newer to start; this is Node ${process.versions.node}.`)
  }
  if (!isInstalled()) await during('Installing what Earshot needs (npm ci)', installAll)
  return await pinnedNode(major)
}

function isInstalled() {
  const made = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(made)) return false
  const stamp = stampPath()
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockHash()
  return statSync(made).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

async function installAll() {
  const npm = process.env.npm_execpath
  const [program, first] = npm?.endsWith('npm-cli.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { code, said } = await runQuietly(program, args, { cwd: root, env: cleanEnvironment() })
  if (code !== 0) {
    throw new SetupError(
      `npm ci failed. Is the npm registry reachable, and is there room on the disk? It said:\n${said}`,
    )
  }
  writeFileSync(stampPath(), lockHash())
}

/** What an outer npm was told about itself must not change what the inner one installs. */
function cleanEnvironment() {
  const dropped = /^(npm_config_(omit|include|only|production|global|prefix|workspace.*|dry_run)|NODE_ENV)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !dropped.test(name)))
}

/** Node 24 comes as a package whose install script fetches it; package managers may skip such scripts. */
async function pinnedNode(ownMajor) {
  const pinned = join(root, 'node_modules', 'node', 'bin', 'node')
  const answer = existsSync(pinned) ? await runQuietly(pinned, ['--version'], {}) : undefined
  if (answer?.code === 0) return pinned
  if (ownMajor >= wantedNode) return process.execPath
  throw new SetupError(
    `Node ${wantedNode} is missing: npm did not run the install script of the package "node". ` +
      'Allow it once with\n\n  npm rebuild node --ignore-scripts=false --foreground-scripts\n\n' +
      `then start again; or install Node ${wantedNode} yourself.`,
  )
}

function stampPath() {
  return join(root, 'node_modules', '.earshot-lock')
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}
