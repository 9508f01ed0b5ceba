import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { addUser } from '../access/add-user.ts'
import { changeWorkspace } from '../access/change-workspace.ts'
import { makeSignIn, type SignIn } from '../access/sign-in.ts'
import type { Config } from '../config.ts'
import { between, chanceFor } from '../connectors/sample/chance.ts'
import type { Database } from '../db/database.ts'
import { listWorkspaces } from '../db/outside-workspace.ts'
import { workIn } from '../db/workspace.ts'
import { channelFacts } from '../listen/channels/channel-facts.ts'
import type { ChannelParts } from '../listen/channels/channel-parts.ts'
import { startLog } from '../log.ts'
import { companyName, owner } from './company.ts'
import { type Desk, mustBeHere } from './desk.ts'
import { fillDemo } from './fill-demo.ts'
import { beginListening, hireColleagues } from './found-company.ts'
import { moveDemo } from './move-demo.ts'

export interface DemoParts {
  db: Database
  config: Pick<Config, 'dataFolder' | 'publicUrl' | 'roles'>
  channels: ChannelParts
  say: (sentence: string) => void
}

export interface Demo {
  /** Says how to sign in, fills what is not filled yet, and lets the invented colleagues work until it is stopped. */
  start(url: string): void
  stop(): Promise<void>
}

/**
 * Opens the invented company of an empty store, or the one that an earlier start made. A store with anything else in it
 * is left alone, and that is said.
 */
export async function openDemo(parts: DemoParts): Promise<Demo | undefined> {
  const { db, config, channels, say } = parts
  const signIn = makeSignIn({ db, keyring: channels.keyring, url: config.publicUrl ?? 'http://localhost' })
  const workspaces = await listWorkspaces(db)
  const found = workspaces.length === 0 ? await foundCompany(parts, signIn) : await findCompany(db, workspaces)
  if (!found) {
    say(
      '--demo: this store holds a workspace already, so nothing was invented. For the demo, name an empty folder: --data ./demo',
    )
    return undefined
  }
  const factsOf: Desk['factsOf'] = (channel) => channelFacts(channels, channel)
  const desk: Desk = { ...found, work: workIn(db, found.workspaceId), factsOf }
  const password = await readPassword(config.dataFolder)
  const stop = new AbortController()
  let running: Promise<void> = Promise.resolve()
  return {
    start(url) {
      say(howToSignIn(url, password, config.dataFolder))
      running = run(parts, { desk, signIn, password, signal: stop.signal })
    },
    async stop() {
      stop.abort()
      await running
    },
  }
}

type Company = Pick<Desk, 'workspaceId' | 'ownerId'>

async function foundCompany({ db, config }: DemoParts, signIn: SignIn): Promise<Company> {
  const password = randomBytes(12).toString('base64url')
  await mkdir(config.dataFolder, { recursive: true })
  await writeFile(passwordFile(config.dataFolder), `${password}\n`, { mode: 0o600 })
  const { workspaceId, colleagueId } = await addUser(db, signIn, {
    ...owner,
    password,
    isOwner: true,
    workspace: companyName,
  })
  await markDemo(db, workspaceId, { demo: true })
  return { workspaceId, ownerId: colleagueId }
}

async function findCompany(db: Database, workspaces: { id: string }[]): Promise<Company | undefined> {
  for (const { id } of workspaces) {
    const found = await workIn(
      db,
      id,
    )((tx) =>
      tx
        .selectFrom('workspace')
        .innerJoin('colleague', 'colleague.workspaceId', 'workspace.id')
        .select(['workspace.settings', 'colleague.id'])
        .where('colleague.email', '=', owner.email)
        .executeTakeFirst(),
    )
    if (found?.settings['demo'] === true) return { workspaceId: id, ownerId: found.id }
  }
  return undefined
}

function markDemo(db: Database, workspaceId: string, mark: Record<string, boolean>): Promise<unknown> {
  return workIn(
    db,
    workspaceId,
  )((tx) =>
    tx
      .updateTable('workspace')
      .set({ settings: sql<string>`settings || ${JSON.stringify(mark)}::jsonb` })
      .where('id', '=', workspaceId)
      .execute(),
  )
}

function passwordFile(dataFolder: string): string {
  return join(dataFolder, 'demo-password')
}

async function readPassword(dataFolder: string): Promise<string | undefined> {
  return (await readFile(passwordFile(dataFolder), 'utf8').catch(() => '')).trim() || undefined
}

function howToSignIn(url: string, password: string | undefined, dataFolder: string): string {
  if (!password)
    return `Sign in at ${url} as ${owner.email}. Its password stood in ${passwordFile(dataFolder)}, which is gone.`
  return `Sign in to the invented company ${companyName} at ${url}\n  e-mail    ${owner.email}\n  password  ${password}`
}

interface Running {
  desk: Desk
  signIn: SignIn
  password: string | undefined
  signal: AbortSignal
}

async function run(parts: DemoParts, { desk, signIn, password, signal }: Running): Promise<void> {
  const { db, channels, say } = parts
  try {
    if (!(await isFilled(desk))) {
      const begun = performance.now()
      const founding = { db, desk, channels, signal }
      if (password) await hireColleagues(founding, signIn, password)
      await beginListening(founding)
      await fillDemo(desk, signal)
      await desk.work(async (tx) =>
        changeWorkspace(tx, await mustBeHere(tx, desk, desk.ownerId), { firstRunClosed: true }),
      )
      await markDemo(db, desk.workspaceId, { demoFilled: true })
      say(
        `${companyName} is filled: conversations in every turn, after ${Math.round((performance.now() - begun) / 1000)} s. From now on it moves by itself.`,
      )
    }
    await keepMoving(desk, signal)
  } catch (error) {
    if (signal.aborted) return
    startLog.error({ error }, 'the invented company stopped')
    say(
      `The invented company stands still (${error instanceof Error ? error.message : String(error)}). Start again with --demo to go on.`,
    )
  }
}

async function keepMoving(desk: Desk, signal: AbortSignal): Promise<void> {
  const chance = chanceFor('fjordbrew', 'move', Date.now())
  for (;;) {
    await wait(between(20_000, 40_000, chance), undefined, { signal })
    await moveDemo(desk, chance).catch((error: unknown) =>
      startLog.info({ error }, 'an invented colleague was refused'),
    )
  }
}

function isFilled({ work, workspaceId }: Desk): Promise<boolean> {
  return work(async (tx) => {
    const row = await tx.selectFrom('workspace').select('settings').where('id', '=', workspaceId).executeTakeFirst()
    return row?.settings['demoFilled'] === true
  })
}
