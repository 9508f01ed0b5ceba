import { readFileSync } from 'node:fs'
import { StoreError } from './store-error.ts'

/** A user of this machine. */
export interface Account {
  name: string
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root: then `postgres` or `nobody` runs it. `undefined` means: as ourselves. */
export function accountForServer(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = known.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid && gid) return { name, uid: Number(uid), gid: Number(gid) }
  }
  throw new StoreError(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start Earshot as an ordinary user, or add one: useradd --system postgres',
  )
}
