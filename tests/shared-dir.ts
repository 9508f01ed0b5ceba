import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder of shared samples: `SHARED_DIR`, else `../shared` beside the checkout; `undefined` where there is none. */
export const sharedDir: string | undefined = [
  process.env['SHARED_DIR'],
  resolve(import.meta.dirname, '../../shared'),
].find((one) => one !== undefined && existsSync(join(one, 'fixtures')))

/** A path inside the shared folder. A test that calls it is skipped by name where the folder is absent. */
export function inShared(path: string): string {
  return join(sharedDir ?? '/nowhere', path)
}
