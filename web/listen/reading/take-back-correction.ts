import { isReader } from '../../../contract/reader-kinds.ts'
import type { CorrectionView } from '../../../contract/readings.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { sayReading, unsayReading } from '../../readings/say-reading.ts'

const changed = new Set(['reading.corrected'])

/** Lets the reader count again for this post; `Z` says once more what was said, in one's own name. */
export async function takeBackCorrection({ post, reader, label, sampled }: CorrectionView): Promise<void> {
  if (!isReader(reader)) return
  const saying = { postId: post.id, reader, label, ...(sampled && { sampled: true as const }) }
  try {
    await unsayReading(saying)
    rememberUndo(t('reading.takenBack'), () => void sayReading(saying).then(() => askAgain(changed)))
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
  }
  await askAgain(changed)
}
