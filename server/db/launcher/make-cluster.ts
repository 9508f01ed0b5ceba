import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Cluster } from './cluster-folder.ts'
import type { Binaries } from './find-binaries.ts'
import { StoreError } from './store-error.ts'
import { ownFolder } from './store-place.ts'

const run = promisify(execFile)

/** The one user of the embedded server. Only who may enter the socket's folder can be it. */
export const storeUser = 'earshot'

/**
 * Makes an empty store beside its place and moves it there when it is whole, so that a first start that was
 * interrupted leaves nothing half-made.
 */
export async function makeCluster(
  binaries: Binaries & { major: number },
  place: string,
  account: Account | undefined,
): Promise<Cluster> {
  const folder = join(place, `pg${binaries.major}`)
  clearHalfMade(place)
  const halfMade = `${folder}.init-${randomBytes(4).toString('hex')}`
  ownFolder(halfMade, account)
  const options = ['--encoding=UTF8', '--locale=C', '--auth-local=trust', '--auth-host=reject', '--data-checksums']
  try {
    await run(join(binaries.bin, 'initdb'), ['-D', halfMade, '-U', storeUser, ...options], {
      ...(account && { uid: account.uid, gid: account.gid }),
      cwd: '/',
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
    })
  } catch (cause) {
    throw new StoreError(`The store could not be made in ${folder}. ${reason(cause)}`, { cause })
  }
  renameSync(halfMade, folder)
  return { folder, major: binaries.major }
}

/** What an interrupted start left. Its initdb may still be writing there for a moment; then the next start clears it. */
function clearHalfMade(place: string): void {
  for (const name of readdirSync(place).filter((each) => /^pg\d+\.init-/.test(each))) {
    try {
      rmSync(join(place, name), { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // It is still being written to, under a name that nobody uses.
    }
  }
}

function reason(cause: unknown): string {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause)
  if (said.includes('could not look up effective user')) {
    return 'PostgreSQL needs a name for the user it runs as, and this user number has none in /etc/passwd.'
  }
  return `PostgreSQL says: ${said}`
}
