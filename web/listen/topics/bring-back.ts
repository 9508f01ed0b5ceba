import type { TopicView } from '../../../contract/topics.ts'
import { call } from '../../live/client.ts'
import { askAgain, keepAnswer, sentenceOf } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { topicRequest } from './topic-requests.ts'

/** Puts the query of an older version in use again, as a new version; it can be taken back. Throws the refusal. */
export async function bringBack(
  topic: Pick<TopicView, 'id' | 'query' | 'version'>,
  { version, query }: { version: number; query: string },
): Promise<void> {
  const changed = await put(topic.id, { query, version: topic.version, why: t('topics.backTo', { number: version }) })
  rememberUndo(t('topics.broughtBack', { number: version }), () => {
    const back = { query: topic.query, version: changed.version, why: t('topics.backTo', { number: topic.version }) }
    void put(topic.id, back).catch((error: unknown) =>
      showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }),
    )
  })
}

async function put(id: string, body: { query: string; version: number; why: string }): Promise<TopicView> {
  const topic = await call<TopicView>('PATCH', `/topics/${id}`, { body })
  keepAnswer(topicRequest, { id }, topic)
  await askAgain(new Set(['topic.changed']))
  return topic
}
