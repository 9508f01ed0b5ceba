import { html } from 'hono/html'
import { formAnswer, formBody } from '../../../contract/forms.ts'
import type { Door, Visit } from '../../access/door.ts'
import { makeLimit } from '../../access/limits.ts'
import { Problem } from '../../access/problem.ts'
import { formSettings } from '../../connectors/form/settings.ts'
import type { Database } from '../../db/database.ts'
import { newId } from '../../lib/id.ts'
import { plainPage } from '../../lib/plain-page.ts'
import { readToken, signToken } from '../../lib/signed-token.ts'
import type { TakeIn } from './intake.ts'
import type { OpenDoor, OpenedDoor } from './open-door.ts'
import { postOfForm } from './post-of-form.ts'
import { readAuthor } from './read-author.ts'

export interface FormParts {
  db: Database
  openDoor: OpenDoor
  takeIn: TakeIn
  /** Signs the addresses of private talks. */
  tokenKey: Buffer
}

/** One address may write so often; people do not, programs do. */
const messages = makeLimit(20, 600)

/** The feedback page, its JSON address, and the way to write on in a talk. */
export function formDoors(parts: FormParts): Door[] {
  return [
    {
      ...shown('/forms/:key', 'The feedback page.'),
      method: 'GET',
      handle: async ({ params }) => formPage(await mustOpen(parts, params['key']), {}),
    },
    {
      ...shown('/forms/:key', 'A message, from the page or as JSON.'),
      method: 'POST',
      body: formBody,
      answer: formAnswer,
      handle: (visit) => takeMessage(parts, visit),
    },
    {
      ...shown('/forms/:key', 'Lets pages of other origins send JSON.'),
      method: 'OPTIONS',
      handle: () => Promise.resolve(new Response(null, { status: 204, headers: openToAll })),
    },
    {
      ...shown('/forms/:key/talks/:token', 'One more message in a talk.'),
      method: 'POST',
      handle: (visit) => takeFollowUp(parts, visit),
    },
  ]
}

const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
}

function shown(path: string, summary: string) {
  return { path, public: true as const, reason: 'Customers write here; they have no account with us.', summary }
}

async function mustOpen({ openDoor }: FormParts, key: string | undefined): Promise<OpenedDoor> {
  const door = await openDoor(key ?? '')
  if (door?.kind === 'form') return door
  throw new Problem(404, 'not_found', 'There is no form at this address.')
}

async function takeMessage(parts: FormParts, visit: Visit): Promise<Response> {
  const door = await mustOpen(parts, visit.params['key'])
  const isJson = (visit.headers.get('content-type') ?? '').startsWith('application/json')
  await messages.spend(visit.address)
  const given = isJson ? await visit.json(formBody) : readFields(await visit.body())
  // A field that people do not see; only programs fill it. They are thanked and nothing is kept.
  if ('website' in given && given.website !== '') return plainPage('Thank you', html`<h1>Thank you</h1>`)
  const checked = formBody.safeParse({ text: given.text, name: given.name, email: given.email })
  if (!checked.success)
    return formPage(door, { ...given, wrong: checked.error.issues[0]?.message ?? 'Please look at the form again.' })
  const talkId = newId()
  await parts.takeIn(door.channel, {
    webhookId: `form ${talkId}`,
    heard: [postOfForm(talkId, checked.data)],
    refused: [],
  })
  const talkUrl = `${visit.origin}/forms/${visit.params['key']}/talks/${signToken(parts.tokenKey, talkId)}`
  if (isJson) return Response.json({ talkUrl }, { status: 202, headers: openToAll })
  return new Response(null, { status: 303, headers: { location: talkUrl } })
}

async function takeFollowUp(parts: FormParts, visit: Visit): Promise<Response> {
  const door = await mustOpen(parts, visit.params['key'])
  const talkId = readToken(parts.tokenKey, visit.params['token'] ?? '')
  if (!talkId) throw new Problem(404, 'not_found', 'There is no talk at this address.')
  await messages.spend(visit.address)
  const { text } = readFields(await visit.body())
  if (text.trim() !== '') {
    const id = newId()
    const author = await readAuthor(parts.db, door.channel, talkId)
    const heard = postOfForm(id, { text: text.trim().slice(0, 20_000) }, { talkId, author })
    await parts.takeIn(door.channel, { webhookId: `form ${id}`, heard: [heard], refused: [] })
  }
  return new Response(null, {
    status: 303,
    headers: { location: `${visit.origin}/forms/${visit.params['key']}/talks/${visit.params['token']}` },
  })
}

function readFields(body: Buffer) {
  const fields = new URLSearchParams(body.toString('utf8'))
  const field = (name: string) => (fields.get(name) ?? '').replaceAll('\r\n', '\n')
  return { text: field('text'), name: field('name'), email: field('email'), website: field('website') }
}

interface Filled {
  text?: string
  name?: string | undefined
  email?: string | undefined
  wrong?: string
}

function formPage(door: OpenedDoor, filled: Filled): Promise<Response> {
  const settings = formSettings.parse(door.settings)
  if (door.paused)
    return plainPage(
      settings.title,
      html`<h1>${settings.title}</h1>
        <p>This page is closed at the moment.</p>`,
    )
  const email = html`<label for="email"
      >Your e-mail <span class="small">only our team sees it; leave it out if you like</span></label
    >
    <input id="email" name="email" type="email" autocomplete="email" value="${filled.email ?? ''}" />`
  const body = html`<h1>${settings.title}</h1>
    <p>${settings.intro}</p>
    <form method="post">
      ${filled.wrong ? html`<p class="wrong" role="alert">${filled.wrong}</p>` : ''}
      <label for="text">Your message</label>
      <textarea id="text" name="text" required maxlength="20000">${filled.text ?? ''}</textarea>
      <label for="name">Your name <span class="small">if you like</span></label>
      <input id="name" name="name" autocomplete="name" maxlength="120" value="${filled.name ?? ''}" />
      ${settings.askEmail ? email : ''}
      <p class="nobody" aria-hidden="true">
        <label>Leave this empty<input name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      <button>Send</button>
      <p class="small">You get a private page where our answer will stand.</p>
    </form>`
  return plainPage(settings.title, body, filled.wrong ? 422 : 200)
}
