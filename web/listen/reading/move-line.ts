import type { ReaderList, ReaderView } from '../../../contract/readings.ts'
import { call } from '../../live/client.ts'
import { askAgain, keepAnswer, sentenceOf } from '../../live/request.ts'
import { language, t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { percent, readerText } from '../../readings/reading-words.ts'
import { readersRequest } from '../../readings/readers-request.ts'

/** Moves a reader's line for everybody; null puts it where the reader has it. `Z` puts it back. */
export async function moveLine(reader: ReaderView, line: number | null): Promise<void> {
  const before = reader.moved ? reader.line : null
  if (!(await put(reader, line))) return
  const words = { reader: readerText(reader.name), line: percent(line ?? reader.ownLine, language.get()) }
  rememberUndo(t('line.moved', words), () => void put(reader, before))
}

async function put({ name }: ReaderView, line: number | null): Promise<boolean> {
  try {
    keepAnswer(
      readersRequest,
      undefined,
      await call<ReaderList>('PUT', '/reader-line', { body: { reader: name, line } }),
    )
    await askAgain(new Set(['reading.line_moved']))
    return true
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    return false
  }
}
