import type { TopicView } from '../../../contract/topics.ts'
import { call } from '../../live/client.ts'
import { askAgain } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { rememberUndo } from '../../live/undo.ts'

/** Switches a topic on or off; it can be taken back. Throws the refusal where something is missing. */
export async function switchTopic({ id, name }: Pick<TopicView, 'id' | 'name'>, on: boolean): Promise<void> {
  await call('PATCH', `/topics/${id}`, { body: { on } })
  await askAgain(new Set(['topic.changed']))
  rememberUndo(t(on ? 'topics.switchedOn' : 'topics.switchedOff', { name }), () => {
    void call('PATCH', `/topics/${id}`, { body: { on: !on } })
      .then(() => askAgain(new Set(['topic.changed'])))
      .catch(() => undefined)
  })
}
