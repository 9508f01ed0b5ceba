import type { MessageView } from '../../../contract/conversations.ts'
import type { ReaderName } from '../../../contract/reader-kinds.ts'
import type { PendingChange } from '../../live/entity-store.ts'
import { actAtOnce } from '../../live/optimistic.ts'
import { language, t } from '../../live/text.ts'
import { labelText, readerText } from '../../readings/reading-words.ts'
import { putBack, sayReading, unsayReading } from '../../readings/say-reading.ts'
import type { OneReading } from '../../readings/show-readings.ts'
import { changeEverywhere, changeThread, readThread, threads } from './conversation-store.ts'

interface AboutMessage {
  conversationId: string
  message: MessageView
}

/** Says of a message what it is, instead of a reader or to confirm it: shown at once, taken back by `Z`. */
export async function sayOfMessage(
  { conversationId, message, me }: AboutMessage & { me: { id: string; name: string } },
  reader: ReaderName,
  label: string,
): Promise<void> {
  const { postId } = message
  if (!postId) return
  const before = message.reading?.[reader]
  const was = before?.correctedBy ? before.was : (before?.guess ?? before?.label)
  const { guess: _, ...kept } = before ?? {}
  const after: OneReading = { ...kept, label, confidence: 1, correctedBy: me, ...(was ? { was } : {}) }
  await actAtOnce({
    show: () => showReading({ conversationId, message }, reader, after),
    send: () => confirmed(conversationId, sayReading({ postId, reader, label })),
    said: t('reading.said', { reader: readerText(reader), label: labelText(reader, label, language.get()) }),
    undo: () => void confirmed(conversationId, putBack({ postId, reader }, before)),
  })
}

/** Lets the reader count again; `Z` brings back what was said. */
export async function takeBackOfMessage({ conversationId, message }: AboutMessage, reader: ReaderName): Promise<void> {
  const { postId } = message
  const before = message.reading?.[reader]
  if (!postId || !before) return
  const { correctedBy: _, was, ...kept } = before
  await actAtOnce({
    show: () => showReading({ conversationId, message }, reader, { ...kept, label: was ?? 'unknown' }),
    send: () => confirmed(conversationId, unsayReading({ postId, reader })),
    said: t('reading.takenBack'),
    undo: () => void confirmed(conversationId, putBack({ postId, reader }, before)),
  })
}

/** What the server then says of the whole conversation is what is shown. */
async function confirmed(conversationId: string, done: Promise<void>): Promise<undefined> {
  await done
  await readThread(conversationId)
}

function showReading(
  { conversationId, message }: AboutMessage,
  reader: ReaderName,
  after: OneReading,
): readonly PendingChange[] {
  const newest = threads.read(conversationId)?.messages.findLast((each) => each.direction === 'in')
  const inThread = changeThread(conversationId, (thread) => ({
    messages: thread.messages.map((each) =>
      each.id === message.id ? { ...each, reading: { ...each.reading, [reader]: after } } : each,
    ),
  }))
  if (newest?.id !== message.id) return [inThread]
  const inLists = changeEverywhere(conversationId, (before) => ({ reading: { ...before.reading, [reader]: after } }))
  return [inThread, ...inLists]
}
