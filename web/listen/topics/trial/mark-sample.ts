import type { z } from 'zod'
import type { markReply } from '../../../../contract/topic-trials.ts'
import { call } from '../../../live/client.ts'
import { sentenceOf } from '../../../live/request.ts'
import { t } from '../../../live/text.ts'
import { showToast } from '../../../live/toasts.ts'
import { rememberUndo } from '../../../live/undo.ts'
import type { Trial } from './use-trial.ts'

interface Mark {
  topicId: string
  postId: string
  /** Null takes the mark away. */
  right: boolean | null
  /** What it was before, to be taken back to. */
  before: boolean | null
}

/** Says of a sample that it is right or wrong; shows at once, can be taken back, and is taken back where the server says no. */
export function markSample(trial: Pick<Trial, 'change'>, mark: Mark): void {
  const said = mark.right ? 'topics.mark.saidRight' : mark.right === false ? 'topics.mark.saidWrong' : undefined
  if (said) rememberUndo(t(said), () => markSample(trial, { ...mark, right: mark.before, before: mark.right }))
  show(trial, mark.postId, mark.right)
  void send(mark)
    .then(({ precision }) => trial.change((result) => ({ ...result, precision })))
    .catch((error: unknown) => {
      show(trial, mark.postId, mark.before)
      showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    })
}

function show(trial: Pick<Trial, 'change'>, postId: string, right: boolean | null): void {
  trial.change((result) => ({
    ...result,
    samples: result.samples.map((sample) => (sample.postId === postId ? { ...sample, right } : sample)),
  }))
}

function send({ topicId, postId, right }: Mark): Promise<z.infer<typeof markReply>> {
  const path = `/topics/${topicId}/marks/${postId}`
  return right === null ? call('DELETE', path) : call('PUT', path, { body: { right } })
}
