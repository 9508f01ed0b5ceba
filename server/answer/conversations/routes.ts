import { z } from 'zod'
import {
  assignmentBody,
  conversationSummary,
  draftBody,
  endingBody,
  noteBody,
  readBody,
  setAsideBody,
  snoozeBody,
  turnBody,
} from '../../../contract/conversations.ts'
import { type Ask, type Method, type Route, route } from '../../access/route.ts'
import type { Tx } from '../../db/database.ts'
import { wantThreadAgain } from '../threads/want-thread.ts'
import { addNote } from './add-note.ts'
import { assignConversation } from './assign-conversation.ts'
import { bringBack } from './bring-back.ts'
import { changeTurn } from './change-turn.ts'
import { endByCustomer } from './end-by-customer.ts'
import { letRest } from './let-rest.ts'
import { markRead } from './mark-read.ts'
import { saveDraft } from './save-draft.ts'
import { mustSee, summaryAfterAct } from './see-conversation.ts'
import { setAside } from './set-aside.ts'
import { snooze, unsnooze } from './snooze.ts'
import { joinCopies, splitOff } from './split-off.ts'

type On = { workspaceId: string; conversationId: string; by: string }
type ById = { id: string }

interface Declared<Body> {
  summary: string
  body?: z.ZodType<Body>
  run: (tx: Tx, on: On, body: Body) => Promise<unknown>
}

const nothing = z.strictObject({})

/** What one can do to one conversation. Every act answers with the conversation as lists show it. */
export const conversationActRoutes: Route[] = [
  act('POST', 'notes', {
    summary: 'Add a note that only we see.',
    body: noteBody,
    run: (tx, on, { text }) => addNote(tx, on, text),
  }),
  act('POST', 'assignments', {
    summary: 'Hand it to a colleague or a department.',
    body: assignmentBody,
    run: (tx, on, { assigneeId, department, reason }) =>
      assignConversation(tx, on, { assigneeId, departmentId: department, reason }),
  }),
  act('POST', 'snoozes', {
    summary: 'Hide it from your own list until a time or a reply.',
    body: snoozeBody,
    run: (tx, on, how) => snooze(tx, on, 'until' in how ? { until: new Date(how.until) } : how),
  }),
  act('DELETE', 'snoozes', { summary: 'Show it in your own list again.', run: unsnooze }),
  act('POST', 'rests', { summary: 'Lay it to rest until they write.', body: nothing, run: letRest }),
  act('DELETE', 'rests', { summary: 'Take it out of its rest.', run: (tx, on) => bringBack(tx, on, 'rest') }),
  act('POST', 'set-asides', { summary: 'Set it aside, with a reason.', body: setAsideBody, run: setAside }),
  act('DELETE', 'set-asides', {
    summary: 'Bring back what was set aside.',
    run: (tx, on) => bringBack(tx, on, 'setAside'),
  }),
  act('POST', 'split-offs', { summary: 'Take it out of its group of copies.', body: nothing, run: splitOff }),
  act('DELETE', 'split-offs', { summary: 'Put it back among its copies.', run: joinCopies }),
  act('POST', 'endings', {
    summary: 'Note that the customer says it is over, with the evidence.',
    body: endingBody,
    run: (tx, on, { evidence }) => endByCustomer(tx, on, evidence),
  }),
  act('POST', 'turns', {
    summary: 'Say who is to speak next.',
    body: turnBody,
    run: (tx, on, { turn }) => changeTurn(tx, on, turn),
  }),
  act('POST', 'thread-readings', {
    summary: 'Read what stands around it at its network once more.',
    body: nothing,
    run: (tx, on) => wantThreadAgain(tx, on),
  }),
  ownAct('PUT', 'drafts', { summary: 'Keep what you are typing.', body: draftBody, run: saveDraft }),
  ownAct('POST', 'reads', {
    summary: 'Mark it as read or unread for yourself.',
    body: readBody,
    run: (tx, on, { read }) => markRead(tx, on, read),
  }),
]

function act<Body = undefined>(method: Method, thing: string, declared: Declared<Body>): Route {
  return route({
    ...addressOf(method, thing, declared),
    right: 'conversation.answer',
    answer: conversationSummary,
    status: method === 'DELETE' || thing === 'turns' ? 200 : 201,
    act: async (ask: Asked<Body>) => {
      await runFor(ask, declared)
      return summaryAfterAct(ask.tx, ask.who, ask.params.id)
    },
  })
}

/** What is one colleague's own business: no event, no answer. */
function ownAct<Body>(method: Method, thing: string, declared: Declared<Body>): Route {
  return route({
    ...addressOf(method, thing, declared),
    right: 'conversation.read',
    answer: null,
    status: 204,
    act: async (ask: Asked<Body>) => {
      await runFor(ask, declared)
      return undefined
    },
  })
}

type Asked<Body> = Ask<ById, unknown, Body> & { tx: Tx }

async function runFor<Body>({ tx, who, params, body }: Asked<Body>, { run }: Declared<Body>): Promise<void> {
  await mustSee(tx, who, params.id)
  await run(tx, { workspaceId: who.workspaceId, conversationId: params.id, by: who.colleagueId }, body)
}

function addressOf<Body>(method: Method, thing: string, { summary, body }: Declared<Body>) {
  const params: z.ZodType<ById> = z.object({ id: z.string() })
  return { method, path: `/conversations/:id/${thing}`, summary, params, ...(body ? { body } : {}) }
}
