import { useRef, useState } from 'react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useMe } from '../../live/me.ts'
import { Refusal } from '../../live/refusal.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { countCharacters } from './count-characters.ts'
import { type PromiseDraft, isWholePromise } from './promise-form.tsx'
import { type Mode, useDraft } from './use-draft.ts'
import { addNote, sendReply } from './write-message.ts'

export type ComposerState = ReturnType<typeof useComposer>

/** Everything the composer knows and does. The text is never lost: a refusal puts it back where it was. */
export function useComposer(conversation: ConversationView, mode: Mode) {
  const t = useText()
  const me = useMe()?.colleague
  const draft = useDraft(conversation, mode)
  const [promise, setPromise] = useState<PromiseDraft | null>(null)
  const [error, setError] = useState<string>()
  const [isStopped, setStopped] = useState(false)
  const [isSending, setSending] = useState(false)
  const newest = newestId(conversation)
  const began = useRef<string>(undefined)
  const limits = useLimits(conversation, { mode, text: draft.text, promise })
  const write = (text: string): void => {
    if (draft.text === '' && text !== '') began.current = newest
    setError(undefined)
    draft.write(text)
  }
  const deliver = (text: string, turn: 'theirs' | 'ours', seenMessageId: string | undefined) => {
    const writing = { conversation, me: me ?? { id: '', name: '' }, text }
    return mode === 'note'
      ? addNote(writing)
      : sendReply({ ...writing, turn, promise: promiseOf(promise), seenMessageId, writeAgain: () => draft.write(text) })
  }
  const send = async (turn: 'theirs' | 'ours', anyway = false): Promise<void> => {
    if (limits.blocked || isSending) return
    const text = draft.text.trim()
    setSending(true)
    setError(undefined)
    setStopped(false)
    draft.clear()
    try {
      const went = await deliver(text, turn, anyway ? newest : (began.current ?? newest))
      setPromise(null)
      began.current = undefined
      if (went === 'waiting') showToast(t('composer.waits'))
    } catch (refusal) {
      draft.write(text)
      if (isNewerMessage(refusal)) setStopped(true)
      else setError(sentenceOf(refusal, t('ui.notSaved')))
    } finally {
      setSending(false)
    }
  }
  const readNewer = (): void => {
    began.current = newest
    setStopped(false)
  }
  return { text: draft.text, write, ...limits, promise, setPromise, error, isStopped, isSending, send, readNewer }
}

/** Ids are made in the order of time; the thread itself stands in the order of its sources' clocks. */
function newestId({ messages }: ConversationView): string | undefined {
  const kept = messages.map((message) => message.id).filter((id) => !id.startsWith('new-'))
  return kept.reduce<string | undefined>((newest, id) => (newest === undefined || id > newest ? id : newest), undefined)
}

interface Written {
  mode: Mode
  text: string
  promise: PromiseDraft | null
}

/** How long the text may be, and why it cannot be sent yet, in words. */
function useLimits({ audience }: ConversationView, { mode, text, promise }: Written) {
  const t = useText()
  const limit = mode === 'reply' ? audience.textLength : null
  const length = countCharacters(text)
  const reasons = [
    mode === 'reply' && !audience.canReply && (audience.reason ?? t('composer.noReply')),
    text.trim() === '' && t('composer.empty'),
    limit !== null && length > limit && t('composer.tooLong', { count: length - limit, network: audience.network }),
    !isWholePromise(promise) && t('promise.unfinished'),
  ]
  return { limit, length, blocked: reasons.find((reason) => reason !== false) }
}

function promiseOf(promise: PromiseDraft | null): { text: string; dueAt: string } | null {
  return promise && { text: promise.text.trim(), dueAt: new Date(promise.due).toISOString() }
}

function isNewerMessage(error: unknown): boolean {
  return error instanceof Refusal && error.problem.code === 'newer_message'
}
