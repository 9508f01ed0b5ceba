// The stories alone, in a browser. Further words choose among them: npm run journeys -- mastodon
import { join } from 'node:path'
import { buildWeb } from './setup/build-web.mjs'
import { findBrowser } from './setup/find-browser.mjs'
import { install, root } from './setup/install.mjs'
import { SetupError } from './setup/progress.mjs'
import { runOpenly } from './setup/run-program.mjs'

try {
  const node = await install()
  const browser = await findBrowser()
  if (browser.missing) throw new SetupError(browser.missing)
  await buildWeb(node)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(root, 'tests', 'journeys', 'vitest.config.ts')
  const { code } = await runOpenly(node, [vitest, 'run', '--config', config, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, CHROMIUM_PATH: browser.path },
  })
  process.exitCode = code
} catch (problem) {
  console.error(problem instanceof SetupError ? problem.message : problem)
  process.exitCode = 1
}
