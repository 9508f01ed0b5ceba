import type { ConversationView, MessageView } from '../../../contract/conversations.ts'
import { call } from '../../live/client.ts'
import { forgetDraft } from '../../live/drafts.ts'
import type { PendingChange } from '../../live/entity-store.ts'
import { sendOrWait } from '../../live/waiting-sends.ts'
import { rememberReply } from '../conversations/reply-acts.ts'
import type { Sent } from '../conversations/reply-acts.ts'
import { changeEverywhere, changeThread, readThread } from '../conversations/conversation-store.ts'

export interface Writing {
  conversation: ConversationView
  me: { id: string; name: string }
  text: string
}
export interface ReplyWish extends Writing {
  promise: { text: string; dueAt: string } | null
  turn: 'theirs' | 'ours'
  /** The newest message the writer had seen when they began. */
  seenMessageId: string | undefined
  /** Puts the text back where it was written, when the reply is taken back. */
  writeAgain: () => void
}

/** How long a reply can be taken back. */
const undoSeconds = 10

/** Sends a reply: it stands in the thread at once. `waiting` when it goes as soon as there is a connection. */
export async function sendReply(wish: ReplyWish): Promise<Sent | 'waiting'> {
  const { conversation, text, promise, turn, seenMessageId } = wish
  const shownAs = newId()
  const until = new Date(Date.now() + undoSeconds * 1_000).toISOString()
  const changes = [
    showAtOnce(wish, { id: shownAs, direction: 'out', state: 'queued', undoUntil: until }),
    ...changeEverywhere(conversation.id, () => ({ turn, hasDraft: false, proposedEnding: null })),
  ]
  const body = { text, turn, undoSeconds, ...(promise ? { promise } : {}), ...(seenMessageId ? { seenMessageId } : {}) }
  const sent = settle(wish, changes, 'reply', () =>
    sendOrWait<Sent>({ path: `/conversations/${conversation.id}/replies`, body, to: conversation.person.name }),
  )
  const { writeAgain } = wish
  rememberReply({ conversationId: conversation.id, shownAs, sent, seconds: undoSeconds, writeAgain })
  return sent
}

/** Adds a note that only we see. */
export async function addNote(writing: Writing): Promise<Sent | 'waiting'> {
  const { conversation, text } = writing
  const changes = [showAtOnce(writing, { id: newId(), direction: 'note' })]
  return settle(writing, changes, 'note', () =>
    sendOrWait<Sent>({ path: `/conversations/${conversation.id}/notes`, body: { text }, to: conversation.person.name }),
  )
}

/** Keeps a draft on the server, so that a closed browser loses nothing. */
export function saveDraft(conversationId: string, mode: 'reply' | 'note', text: string): Promise<unknown> {
  return call('PUT', `/conversations/${conversationId}/drafts`, { body: { mode, text } })
}

async function settle(
  { conversation }: Writing,
  changes: readonly PendingChange[],
  mode: 'reply' | 'note',
  send: () => Promise<Sent | 'waiting'>,
): Promise<Sent | 'waiting'> {
  try {
    const answer = await send()
    forgetDraft(`${conversation.id}.${mode}`)
    if (answer === 'waiting') {
      for (const change of changes) change.takeBack()
      return 'waiting'
    }
    await readThread(conversation.id).catch(() => undefined)
    for (const change of changes) change.takeBack()
    return answer
  } catch (error) {
    for (const change of changes) change.takeBack()
    throw error
  }
}

/** A message has this name until the server has given it one. */
function newId(): string {
  return `new-${crypto.randomUUID()}`
}

function showAtOnce(
  { conversation, me, text }: Writing,
  how: Pick<MessageView, 'id' | 'direction' | 'state' | 'undoUntil'>,
): PendingChange {
  const message: MessageView = {
    text,
    title: null,
    at: new Date().toISOString(),
    author: { id: me.id, name: me.name, handle: '', url: null },
    url: null,
    language: null,
    visibility: null,
    postId: null,
    editedAt: null,
    deletedAt: null,
    mediaDescriptions: [],
    versions: [],
    ...how,
  }
  return changeThread(conversation.id, (thread) => ({ messages: [...thread.messages, message] }))
}
