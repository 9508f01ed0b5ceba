import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './install.mjs'
import { during, SetupError } from './progress.mjs'
import { runQuietly } from './run-program.mjs'

const sources = ['web', 'contract', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']
const built = join(root, 'web', 'dist')

/** Builds the web app when it is absent or older than its sources, told by their contents. */
export async function buildWeb(node) {
  const wanted = hashOf(sources)
  const stamp = join(built, '.sources')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await during('Building the web app', async () => {
    const { code, said } = await runQuietly(node, [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], {
      cwd: root,
    })
    if (code !== 0) throw new SetupError(`The web app could not be built. It said:\n${said}`)
    writeFileSync(stamp, wanted)
  })
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths.map((each) => join(root, each)).filter((each) => existsSync(each))) {
    for (const file of filesIn(path)) hash.update(relative(root, file)).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (path === built) return []
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    return [path]
  }
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
    .filter((file) => !/\.test\.tsx?$/.test(file))
}
