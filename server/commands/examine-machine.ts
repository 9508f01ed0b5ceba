import { existsSync, statfsSync, statSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { loadKeyring } from '../access/load-keyring.ts'
import type { Config } from '../config.ts'
import { serverOf } from '../db/launcher/serve-lock.ts'
import { type Finding, notice, well, wrong } from './finding.ts'

const smallestFreeBytes = 1_000_000_000

/** Everything about an installation that can be seen without its store. */
export async function examineMachine(config: Config): Promise<Finding[]> {
  return [
    examineNode(process.versions.node),
    await examineFolder(config.dataFolder),
    examineDisk(config.dataFolder),
    await examineKey(config),
    examineWeb(),
    await examinePort(config),
    examineClock(new Date()),
  ]
}

export function examineNode(version: string): Finding {
  const major = Number(version.split('.')[0])
  if (major >= 24) return well('Node', `Node ${version} runs it.`)
  return wrong(
    'Node',
    `Node ${version} runs this, but Earshot brings Node 24 along. Start it with npm start, or run npm ci.`,
  )
}

async function examineFolder(folder: string): Promise<Finding> {
  if (!existsSync(folder)) return notice('Data folder', `${folder} does not exist yet; the first start makes it.`)
  if (!statSync(folder).isDirectory()) return wrong('Data folder', `${folder} is a file. Name a folder with --data.`)
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return well('Data folder', `${folder} can be read and written.`)
  } catch {
    return wrong(
      'Data folder',
      `This user may not write ${folder}. Give it to the user who runs Earshot: chown -R USER ${folder}`,
    )
  }
}

function examineDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : '.')
  const free = bavail * bsize
  const said = `${(free / 1e9).toFixed(1)} GB are free where the data is.`
  if (free >= smallestFreeBytes) return well('Disk', said)
  return wrong('Disk', `Only ${said} The store stops when there is none. Make room, or move the data folder.`)
}

async function examineKey({ dataFolder, secretKey }: Config): Promise<Finding> {
  const path = join(dataFolder, 'secret.key')
  if (!secretKey && !existsSync(path)) return notice('Secret key', 'There is none yet; the first start makes it.')
  try {
    await loadKeyring(dataFolder, secretKey)
  } catch (cause) {
    return wrong(
      'Secret key',
      `It cannot be used: ${String(cause)} Without it, the sign-ins of channels cannot be read.`,
    )
  }
  if (secretKey) return well('Secret key', 'It is given in EARSHOT_SECRET_KEY.')
  const isOpen = (statSync(path).mode & 0o077) !== 0
  return isOpen
    ? wrong('Secret key', `Others on this machine can read ${path}. Close it: chmod 600 ${path}`)
    : well('Secret key', `${path} can be read, by its owner alone. Keep a copy apart from your backups.`)
}

function examineWeb(): Finding {
  const page = join(import.meta.dirname, '..', '..', 'web', 'dist', 'index.html')
  return existsSync(page)
    ? well('Web app', 'It is built.')
    : wrong('Web app', 'It has not been built, so the browser gets no page. Run npm start, or npx vite build.')
}

async function examinePort({ host, port, dataFolder }: Config): Promise<Finding> {
  const serving = serverOf(dataFolder)
  const problem = await tryPort(host, port)
  if (serving !== undefined) return well('Running', `Earshot runs on this data folder (process ${serving}).`)
  if (!problem) return notice('Running', `Earshot does not run on this data folder; port ${port} is free for it.`)
  return wrong(
    'Port',
    `Earshot does not run here, and port ${port} on ${host} cannot be had (${problem}). Choose another with PORT.`,
  )
}

function tryPort(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (problem) => resolve(problem.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

/** Signatures are refused when clocks differ by more than five minutes; a clock before this program was written is wrong for sure. */
export function examineClock(now: Date): Finding {
  return now.getUTCFullYear() >= 2026
    ? well('Clock', `It is ${now.toISOString()} by this machine.`)
    : wrong(
        'Clock',
        `This machine believes it is ${now.toISOString()}. Set its clock: signatures and sign-ins depend on it.`,
      )
}
