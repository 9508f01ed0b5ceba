import { sql } from 'kysely'
import { connectors } from '../../server/connectors/registry.ts'
import type { Database } from '../../server/db/database.ts'
import { inWorkspace } from '../../server/db/workspace.ts'
import { openLiveHub, type LiveHub } from '../../server/http/live.ts'
import type { HttpParts } from '../../server/http/http-parts.ts'
import { makeOutsideFetch } from '../../server/lib/fetch.ts'
import { newId } from '../../server/lib/id.ts'
import { makeOutsideSocket } from '../../server/lib/open-socket.ts'
import { channelFacts } from '../../server/listen/channels/channel-facts.ts'
import { httpLog } from '../../server/log.ts'
import { routesOf } from '../../server/routes.ts'
import type { Route } from '../../server/access/route.ts'
import { aConversation, aTopic, type World } from '../factories.ts'
import { openOffice, type Office, type Person } from '../office.ts'

/** One company: its people, and one thing of each kind, all of it in the department Sales. */
export interface Company {
  owner: Person
  world: World
  /** Ids by what stands before them in an address. */
  ids: Record<string, string>
  /** A word that stands in every text of this company's department Sales, and nowhere else. */
  mark: string
}

export interface SweepWorld {
  office: Office
  routes: Route[]
  hub: LiveHub
  acme: Company
  other: Company
  /** An agent of Service, who has nothing to do with Sales. */
  service: Person
  /** Somebody whose key was revoked. */
  revoked: Person
}

/** Two companies behind every address there is. */
export async function aSweepWorld(db: Database, widen?: HttpParts['widen']): Promise<SweepWorld> {
  const hub = openLiveHub(db, httpLog)
  const bare = openOffice(db, { routes: [] })
  const outside = { allowLoopback: false, userAgent: 'Earshot test' }
  const channels = {
    connectors,
    keyring: bare.keyring,
    fetch: makeOutsideFetch(outside),
    openSocket: makeOutsideSocket(outside),
  }
  const routes = [...routesOf({ channels, factsOf: (channel) => channelFacts(channels, channel) }), hub.route]
  const office = openOffice(db, { routes, ...(widen ? { widen } : {}) })
  const acme = await aCompany(db, office, 'Acme')
  const other = await aCompany(db, office, 'Other')
  const service = await office.add({ name: 'Sue', workspace: 'Acme', departments: ['Service'] })
  const revoked = await office.add({ name: 'Rex', workspace: 'Acme', departments: ['Sales'] })
  await sql`update api_key set revoked_at = now() where colleague_id = ${revoked.colleagueId}`.execute(db.kysely)
  return { office, routes, hub, acme, other, service, revoked }
}

async function aCompany(db: Database, office: Office, name: string): Promise<Company> {
  const owner = await office.add({ name: `Owner of ${name}`, isOwner: true, workspace: name })
  const { workspaceId } = owner
  const mark = `${name}mark${newId().slice(-6)}`
  const channel = await office.ask(owner, 'POST', '/api/channels', {
    body: { kind: 'inbound', name: `Inbound ${mark}`, settings: {} },
  })
  const rows = await inWorkspace(db, workspaceId, (tx) =>
    tx.selectFrom('department').select(['id', 'kind']).where('workspaceId', '=', workspaceId).execute(),
  )
  const idSpace = await inWorkspace(db, workspaceId, (tx) =>
    tx.selectFrom('channel').select('idSpace').where('id', '=', channel.json.id).executeTakeFirstOrThrow(),
  )
  const world: World = {
    db,
    workspaceId,
    owner: await owner.who(),
    departments: new Map(rows.map((row) => [row.kind, row.id])),
    channelId: channel.json.id,
    ...idSpace,
    inside: (work) => inWorkspace(db, workspaceId, work),
  }
  return { owner, world, mark, ids: await furnish(office, world, { owner, mark }) }
}

/** One thing of each kind. A new kind of thing in an address is added here. */
async function furnish(office: Office, world: World, { owner, mark }: { owner: Person; mark: string }) {
  const sales = world.departments.get('sales')!
  const topic = await aTopic(world, { name: `Topic ${mark}`, department: sales })
  const author = { id: mark, handle: `@${mark}`, name: `Author ${mark}` }
  const conversation = await aConversation(world, { text: `${mark} acme`, author }, { topicIds: [topic] })
  const { personId } = await world.inside(async (tx) => {
    await tx.updateTable('conversation').set({ departmentId: sales }).where('id', '=', conversation.id).execute()
    return tx.selectFrom('conversation').select('personId').where('id', '=', conversation.id).executeTakeFirstOrThrow()
  })
  const invited = { email: `${mark}@example.org`, name: mark, bundle: 'agent', departmentIds: [sales] }
  const invitation = await office.ask(owner, 'POST', '/api/invitations', { body: invited })
  const key = await office.ask(owner, 'POST', '/api/keys', { body: { name: `Key ${mark}` } })
  const colleague = await office.add({
    name: `Colleague ${mark}`,
    workspace: await nameOf(world),
    departments: ['Sales'],
  })
  const rule = { topicId: topic, departmentId: sales }
  const made = await office.ask(owner, 'POST', '/api/rules', { body: rule })
  const list = await office.ask(owner, 'POST', '/api/lists', {
    body: { name: `List ${mark}`, kind: 'words', entries: ['acme'] },
  })
  const note = await office.ask(owner, 'POST', `/api/conversations/${conversation.id}/notes`, {
    body: { text: `Note ${mark}` },
  })
  const example = await office.ask(owner, 'POST', `/api/topics/${topic}/examples`, {
    body: { text: `Example ${mark}`, mustMatch: false },
  })
  const { post } = conversation
  await office.ask(owner, 'PUT', `/api/topics/${topic}/marks/${post.id}`, { body: { right: true } })
  if (note.status >= 300) throw new Error(`The sweep's world is not furnished: ${note.text}`)
  return {
    topics: topic,
    examples: example.json.id,
    marks: post.id,
    conversations: conversation.id,
    posts: post.id,
    'shelved-posts': post.id,
    replies: conversation.messageId,
    people: personId,
    invitations: invitation.json.id,
    keys: key.json.id,
    colleagues: colleague.colleagueId,
    channels: world.channelId,
    departments: sales,
    lists: list.json.id,
    'refiner-proposals': await aProposal(world, post.id),
    rules: made.json?.id ?? newId(),
  }
}

/** Something a refiner proposes of a post. */
async function aProposal(world: World, postId: string): Promise<string> {
  const { workspaceId } = world
  const [id, askId] = [newId(), newId()]
  const undecided = { accepted: null, decidedBy: null, decidedAt: null }
  const said = { reader: 'sentiment', label: 'negative', saidBy: 'refiner:test' }
  await world.inside(async (tx) => {
    await tx
      .insertInto('refinerAsk')
      .values({
        workspaceId,
        id: askId,
        postId,
        readers: ['sentiment'],
        askedBy: null,
        state: 'answered',
        settledAt: null,
      })
      .execute()
    await tx
      .insertInto('refinerProposal')
      .values({ workspaceId, id, askId, postId, ...said, ...undecided })
      .execute()
  })
  return id
}

async function nameOf(world: World): Promise<string> {
  const { name } = await world.inside((tx) =>
    tx.selectFrom('workspace').select('name').where('id', '=', world.workspaceId).executeTakeFirstOrThrow(),
  )
  return name
}
