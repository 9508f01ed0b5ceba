import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { during } from './progress.mjs'
import { runQuietly } from './run-program.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const elsewhere = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']

/** Finds Chromium, or installs Debian's as root. Gives its path, or a sentence that says how to get it. */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given)
    return isProgram(given) ? { path: given } : { missing: `CHROMIUM_PATH names ${given}, which is no program.` }
  const found = search()
  if (found) return { path: found }
  if (process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')) {
    const failed = await during("Installing Debian's chromium (apt-get)", installChromium)
    const installed = search()
    if (installed) return { path: installed }
    return {
      missing: `No Chromium was found, and apt-get could not install it: ${failed ?? 'it left no program behind'}`,
    }
  }
  return {
    missing:
      'No Chromium was found. Install it (on Debian, as root: apt-get install chromium) or name one in CHROMIUM_PATH.',
  }
}

function search() {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...elsewhere]
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isProgram)
}

async function installChromium() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get', ['update', '-q'], { env })
  const { code, said } = await runQuietly('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
    env,
  })
  return code === 0 ? undefined : said.split('\n').slice(-3).join(' ')
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
