import { useSyncExternalStore } from 'react'
import type { ConversationSummary, ConversationView } from '../../../contract/conversations.ts'
import { call } from '../../live/client.ts'
import { type PendingChange, entityStore } from '../../live/entity-store.ts'

/** Every conversation once, as lists show it. */
export const conversations = entityStore<ConversationSummary>((before, said) => ({ ...before, ...said }))
/** The whole of those that were opened: messages, matches, history. */
export const threads = entityStore<ConversationView>((before, said) => ({ ...before, ...said }))

/** A conversation as lists show it; undefined until it is known. */
export function useConversation(id: string): ConversationSummary | undefined {
  return useSyncExternalStore(conversations.watch, () => conversations.read(id))
}

/** The whole of a conversation; undefined until it is known. */
export function useThread(id: string): ConversationView | undefined {
  return useSyncExternalStore(threads.watch, () => threads.read(id))
}

/** Asks the server for the whole of a conversation and keeps it for everybody who shows it. */
export async function readThread(id: string): Promise<ConversationView> {
  const moment = threads.moment()
  const summaryMoment = conversations.moment()
  const view = await call<ConversationView>('GET', `/conversations/${id}`)
  threads.keep([view], moment)
  conversations.keep([view], summaryMoment)
  return view
}

/** Shows a change of a conversation at once, in lists and where it is open. */
export function changeEverywhere(
  id: string,
  by: (before: ConversationSummary) => Partial<ConversationSummary>,
): readonly PendingChange[] {
  return [
    conversations.change(id, (before) => ({ ...before, ...by(before) })),
    threads.change(id, (before) => ({ ...before, ...by(before) })),
  ]
}

/** Shows a change of what only an open conversation has (its messages, its drafts). */
export function changeThread(id: string, by: (before: ConversationView) => Partial<ConversationView>): PendingChange {
  return threads.change(id, (before) => ({ ...before, ...by(before) }))
}
