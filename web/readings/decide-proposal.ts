import type { ReaderName } from '../../contract/reader-kinds.ts'
import { call } from '../live/client.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { language, t } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { rememberUndo } from '../live/undo.ts'
import { labelText, readerText } from './reading-words.ts'
import { unsayReading } from './say-reading.ts'

interface Proposed {
  id: string
  postId: string
  reader: ReaderName
  label: string
}

const changed = new Set(['reading.proposed', 'reading.corrected'])

/** Takes what a refiner proposes as one's own word, or lets it go. `Z` lets the reader count again. */
export async function decideProposal({ id, postId, reader, label }: Proposed, accept: boolean): Promise<void> {
  try {
    await call('POST', `/refiner-proposals/${id}/decisions`, { body: { accept } })
    const words = { reader: readerText(reader), label: labelText(reader, label, language.get()) }
    if (accept)
      rememberUndo(t('reading.said', words), () => void unsayReading({ postId, reader }).then(() => askAgain(changed)))
    else showToast(t('proposal.dropped'))
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
  }
  await askAgain(changed)
}
