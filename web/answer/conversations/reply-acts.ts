import { call } from '../../live/client.ts'
import { sentenceOf } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { forgetUndo, rememberUndo } from '../../live/undo.ts'
import { changeThread, readThread } from './conversation-store.ts'

/** A reply or note as the server has it. */
export interface Sent {
  id: string
}

interface WaitingReply {
  conversationId: string
  /** What it is called in the thread until the server has it, and what the server makes of it. */
  shownAs: string
  sent: Promise<Sent | 'waiting'>
  /** How long it waits before it leaves. */
  seconds: number
  /** Puts its text back where it was written. */
  writeAgain: () => void
}

/** What `Z` takes back, by reply. */
const undos = new Map<string, number>()
/** Replies that are on their way to the server, by what they are called until then. */
const onTheirWay = new Map<string, Promise<Sent | 'waiting'>>()

/** Until it leaves, a reply is taken back by `Z` as everything else, from the moment it is written. */
export function rememberReply({ conversationId, shownAs, sent, seconds, writeAgain }: WaitingReply): void {
  onTheirWay.set(shownAs, sent)
  const undo = rememberUndo(t('reply.goesSoon'), () => {
    takeBackReply(conversationId, shownAs)
      .then((isBack) => isBack && writeAgain())
      .catch((error: unknown) => showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }))
  })
  undos.set(shownAs, undo)
  const forget = () => {
    forgetReply(shownAs)
    for (const [replyId, its] of undos) if (its === undo) undos.delete(replyId)
    onTheirWay.delete(shownAs)
  }
  sent.then(
    (answer) => (answer === 'waiting' ? forget() : undos.set(answer.id, undo)),
    () => forget(),
  )
  setTimeout(forget, seconds * 1_000)
}

function forgetReply(replyId: string): void {
  const undo = undos.get(replyId)
  if (undo !== undefined) forgetUndo(undo)
  undos.delete(replyId)
}

/** Takes back a reply that has not left yet, also one that is still on its way to the server. True when it was in time. */
export async function takeBackReply(conversationId: string, messageId: string): Promise<boolean> {
  const answer = await onTheirWay.get(messageId)
  if (answer === 'waiting') return false
  const replyId = answer?.id ?? messageId
  await call('DELETE', `/conversations/${conversationId}/replies/${replyId}`)
  forgetReply(replyId)
  changeThread(conversationId, (thread) => ({
    messages: thread.messages.filter((message) => message.id !== replyId && message.id !== messageId),
  })).confirm()
  showToast(t('reply.takenBack'))
  await readThread(conversationId)
  return true
}

/** Says what became of a reply that failed, or of which nobody can tell. */
export async function decideReply(
  conversationId: string,
  replyId: string,
  decision: 'arrived' | 'send_again' | 'drop',
): Promise<void> {
  await call('POST', `/conversations/${conversationId}/replies/${replyId}/decisions`, { body: { decision } })
  await readThread(conversationId)
}
