import { addUser } from '../access/add-user.ts'
import type { SignIn } from '../access/sign-in.ts'
import { createRule } from '../answer/routing/create-rule.ts'
import type { Database, Tx } from '../db/database.ts'
import type { ChannelParts } from '../listen/channels/channel-parts.ts'
import { createChannel } from '../listen/channels/create-channel.ts'
import { makeIntake } from '../listen/channels/intake.ts'
import { postOfForm } from '../listen/channels/post-of-form.ts'
import { createTopic } from '../listen/topics/create-topic.ts'
import { channels, colleagues, companyName, formMessages, rules, topics } from './company.ts'
import { type Desk, mustBeHere } from './desk.ts'

export interface Founding {
  db: Database
  desk: Desk
  channels: ChannelParts
  signal: AbortSignal
}

/** The invented colleagues. They sign in with the same password, for whoever wants to see it through their eyes. */
export async function hireColleagues({ db, desk }: Founding, signIn: SignIn, password: string): Promise<void> {
  const known = await namesOf(desk, 'colleague')
  for (const { name, email, departments, isLead } of colleagues) {
    if (known.has(name)) continue
    await addUser(db, signIn, { name, email, password, departments, isLead, isOwner: false, workspace: companyName })
  }
}

/** Topics, rules and channels: from now on the company listens. What is there already is left as it is. */
export async function beginListening(founding: Founding): Promise<void> {
  await makeTopics(founding)
  await makeRules(founding.desk)
  await connectChannels(founding)
}

async function makeTopics({ desk, channels: parts }: Founding): Promise<void> {
  const known = await namesOf(desk, 'topic')
  const owners = await namesOf(desk, 'colleague')
  const departments = await departmentsByKind(desk)
  for (const { ownedBy, department, ...topic } of topics) {
    if (known.has(topic.name)) continue
    const ownerId = owners.get(ownedBy) ?? desk.ownerId
    const body = { ...topic, ownerId, department: departments.get(department ?? '') ?? null, on: true }
    await desk.work(async (tx) =>
      createTopic(tx, await mustBeHere(tx, desk, desk.ownerId), { body, channelKinds: Object.keys(parts.connectors) }),
    )
  }
}

async function makeRules(desk: Desk): Promise<void> {
  const isThere = await desk.work((tx) =>
    tx.selectFrom('rule').select('id').where('workspaceId', '=', desk.workspaceId).limit(1).executeTakeFirst(),
  )
  if (isThere) return
  const topicIds = await namesOf(desk, 'topic')
  const owners = await namesOf(desk, 'colleague')
  const departments = await departmentsByKind(desk)
  await desk.work(async (tx) => {
    const who = await mustBeHere(tx, desk, desk.ownerId)
    for (const { words, topic, department, colleague } of rules) {
      const assigneeId = colleague === null ? null : (owners.get(colleague) ?? null)
      const about = topic === null ? null : (topicIds.get(topic) ?? null)
      await createRule(tx, who, { words, topic: about, department: departments.get(department)!, assigneeId, on: true })
    }
  })
}

async function connectChannels(founding: Founding): Promise<void> {
  const { desk, channels: parts, signal } = founding
  const known = await namesOf(desk, 'channel')
  const departments = await departmentsByKind(desk)
  const who = await desk.work((tx) => mustBeHere(tx, desk, desk.ownerId))
  for (const { kind, name, settings, department } of channels) {
    if (known.has(name)) continue
    const wanted = {
      kind,
      name,
      settings,
      department: department === null ? null : (departments.get(department) ?? null),
    }
    const { id } = await createChannel(parts, { who, work: desk.work, signal }, wanted)
    if (kind === 'form') await writeOnThePage(founding, id)
  }
}

async function writeOnThePage({ db, desk }: Founding, channelId: string): Promise<void> {
  const takeIn = makeIntake(db)
  const channel = { workspaceId: desk.workspaceId, id: channelId, idSpace: `form:${channelId}` }
  for (const [at, { text, name, email }] of formMessages.entries()) {
    const heard = [postOfForm(`demo ${at}`, { text, name, email })]
    await takeIn(channel, { webhookId: `demo ${at}`, heard, refused: [] })
  }
}

function namesOf({ work, workspaceId }: Desk, table: 'colleague' | 'topic' | 'channel'): Promise<Map<string, string>> {
  return work(async (tx: Tx) => {
    const rows = await tx.selectFrom(table).select(['name', 'id']).where('workspaceId', '=', workspaceId).execute()
    return new Map(rows.map(({ name, id }) => [name, id]))
  })
}

function departmentsByKind({ work, workspaceId }: Desk): Promise<Map<string, string>> {
  return work(async (tx) => {
    const rows = await tx
      .selectFrom('department')
      .select(['kind', 'id'])
      .where('workspaceId', '=', workspaceId)
      .execute()
    return new Map(rows.map(({ kind, id }) => [kind, id]))
  })
}
