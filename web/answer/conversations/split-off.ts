import type { ConversationSummary } from '../../../contract/conversations.ts'
import { call } from '../../live/client.ts'
import { t } from '../../live/text.ts'
import { actOn } from './act-on.ts'

/** Takes conversations out of their group of copies: each stands by itself. */
export function splitOff(ids: readonly string[]): Promise<void> {
  return actOn(ids, t('act.splitOff', { count: ids.length }), (id) => ({
    change: () => ({ copies: null }),
    send: () => call<ConversationSummary>('POST', `/conversations/${id}/split-offs`, { body: {} }),
    undo: () => call<ConversationSummary>('DELETE', `/conversations/${id}/split-offs`),
  }))
}
