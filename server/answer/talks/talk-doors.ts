import { html } from 'hono/html'
import type { Door } from '../../access/door.ts'
import { Problem } from '../../access/problem.ts'
import type { Database } from '../../db/database.ts'
import { inWorkspace } from '../../db/workspace.ts'
import { plainPage } from '../../lib/plain-page.ts'
import { readTalk, type Talk, type TalkLine } from './read-talk.ts'
import { tapSorted } from './tap-sorted.ts'

/** Finds the talk behind a private address; undefined where the address was not made by us. */
export type OpenTalk = (key: string, token: string) => Promise<(Talk & { title: string }) | undefined>

/** The customer's own page of a talk begun on a feedback page: our answers, and their tap that it is sorted. */
export function talkDoors(db: Database, openTalk: OpenTalk): Door[] {
  const mustOpen = async (params: Record<string, string>) => {
    const talk = await openTalk(params['key'] ?? '', params['token'] ?? '')
    if (!talk) throw new Problem(404, 'not_found', 'There is no talk at this address.')
    return talk
  }
  const shown = { public: true as const, reason: 'The address is signed and known to the customer alone.' }
  return [
    {
      ...shown,
      method: 'GET',
      path: '/forms/:key/talks/:token',
      summary: 'A talk, as the customer sees it.',
      handle: async ({ params }) => {
        const talk = await mustOpen(params)
        const { lines, isSorted } = await inWorkspace(db, talk.workspaceId, (tx) => readTalk(tx, talk))
        return talkPage(talk.title, { lines, isSorted, address: `/forms/${params['key']}/talks/${params['token']}` })
      },
    },
    {
      ...shown,
      method: 'POST',
      path: '/forms/:key/talks/:token/sorted',
      summary: 'The customer says that it is sorted.',
      handle: async ({ params, origin }) => {
        const talk = await mustOpen(params)
        await inWorkspace(db, talk.workspaceId, async (tx) => {
          const { conversationId, isSorted } = await readTalk(tx, talk)
          if (conversationId && !isSorted)
            await tapSorted(tx, { workspaceId: talk.workspaceId, conversationId, place: 'feedback page' })
        })
        return new Response(null, {
          status: 303,
          headers: { location: `${origin}/forms/${params['key']}/talks/${params['token']}` },
        })
      },
    },
  ]
}

function talkPage(
  title: string,
  { lines, isSorted, address }: { lines: TalkLine[]; isSorted: boolean; address: string },
): Promise<Response> {
  const waits = !lines.some((line) => line.isOurs)
  const sorted = html`<p role="status">
    <strong>You said that this is sorted.</strong> Write again whenever it is not.
  </p>`
  const tap = html`<form method="post" action="${address}/sorted">
    <button class="quiet">This is sorted</button>
    <p class="small">Only you can say so. You can still write afterwards.</p>
  </form>`
  return plainPage(
    title,
    html`<h1>${title}</h1>
      <p class="small">This page is yours alone. Keep its address: our answer will stand here.</p>
      ${lines.map(lineOf)} ${waits ? html`<p role="status">Thank you. A person reads this and answers here.</p>` : ''}
      ${isSorted ? sorted : ''}
      <form method="post" action="${address}">
        <label for="text">Write more</label>
        <textarea id="text" name="text" required maxlength="20000"></textarea>
        <button>Send</button>
      </form>
      ${isSorted || waits ? '' : tap}`,
  )
}

function lineOf({ isOurs, name, text, at }: TalkLine) {
  return html`<article class="${isOurs ? 'ours' : 'theirs'}">
    <p class="small">
      <strong>${isOurs ? name : name || 'You'}</strong>
      <time datetime="${at.toISOString()}">${at.toUTCString().slice(0, 22)} UTC</time>
    </p>
    <p class="words" dir="auto">${text}</p>
  </article>`
}
