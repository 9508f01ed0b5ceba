import type { ExampleView } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { askAgain, sentenceOf } from '../../../live/request.ts'
import { t } from '../../../live/text.ts'
import { showToast } from '../../../live/toasts.ts'
import { rememberUndo } from '../../../live/undo.ts'

/** Keeps an example as a test of the topic. Throws the refusal. */
export async function addExample(topicId: string, example: Pick<ExampleView, 'text' | 'mustMatch'>): Promise<void> {
  await call<ExampleView>('POST', `/topics/${topicId}/examples`, { body: example })
  await askAgain(new Set(['topic.changed']))
}

/** Takes an example away; it can be taken back. */
export async function removeExample(topicId: string, { id, text, mustMatch, postId }: ExampleView): Promise<void> {
  try {
    await call('DELETE', `/topics/${topicId}/examples/${id}`)
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    return
  }
  const kept = postId === null ? { text, mustMatch } : { postId, mustMatch }
  rememberUndo(t('topics.examples.removed'), () => {
    void call('POST', `/topics/${topicId}/examples`, { body: kept })
      .then(() => askAgain(new Set(['topic.changed'])))
      .catch((error: unknown) => showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }))
  })
  await askAgain(new Set(['topic.changed']))
}
