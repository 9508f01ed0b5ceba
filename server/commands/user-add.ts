import { addUser } from '../access/add-user.ts'
import { loadKeyring } from '../access/load-keyring.ts'
import { makeSignIn } from '../access/sign-in.ts'
import type { Config } from '../config.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

/** The options as the command line has them. */
export interface UserOptions {
  email: string
  name: string
  password: string
  owner?: boolean
  lead?: boolean
  department?: string[]
  workspace?: string
}

/** Adds somebody who can sign in; prints their id. */
export async function userAdd(config: Config, options: UserOptions): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(options.email))
    throw new UsageError(`--email must be an address, but is "${options.email}".`)
  if (options.name.trim() === '') throw new UsageError('--name must not be empty.')
  const keyring = await loadKeyring(config.dataFolder, config.secretKey)
  await withStore(config, async (db) => {
    const signIn = makeSignIn({ db, keyring, url: config.publicUrl ?? 'http://localhost' })
    const { email, name, password, workspace } = options
    const { colleagueId } = await addUser(db, signIn, {
      email,
      name: name.trim(),
      password,
      workspace,
      isOwner: options.owner ?? false,
      isLead: options.lead ?? false,
      departments: options.department ?? [],
    })
    console.log(colleagueId)
  })
}
