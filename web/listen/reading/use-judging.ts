import { useState } from 'react'
import type { ReaderName } from '../../../contract/reader-kinds.ts'
import type { SampleView } from '../../../contract/readings.ts'
import { sentenceOf } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { labelText, readerText } from '../../readings/reading-words.ts'
import { sayReading, unsayReading } from '../../readings/say-reading.ts'

type DrawnPost = SampleView['items'][number]

/** What was said of the drawn posts: shown at once, taken back where the server says no, undone by `Z`. */
export function useJudging(reader: ReaderName) {
  const t = useText()
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map())
  const set = (postId: string, label: string | undefined): void =>
    setSaid((before) => {
      const after = new Map(before)
      if (label === undefined) after.delete(postId)
      else after.set(postId, label)
      return after
    })
  const settle = async (postId: string, label: string | undefined, before: string | undefined): Promise<boolean> => {
    set(postId, label)
    try {
      if (label === undefined) await unsayReading({ postId, reader })
      else await sayReading({ postId, reader, label, sampled: true })
      return true
    } catch (error) {
      set(postId, before)
      showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
      return false
    }
  }
  return {
    said,
    say: async ({ post }: DrawnPost, label: string): Promise<void> => {
      const before = said.get(post.id)
      const words = { reader: readerText(reader), label: labelText(reader, label, language.get()) }
      if (await settle(post.id, label, before))
        rememberUndo(t('reading.said', words), () => void settle(post.id, before, label))
    },
    takeBack: async ({ post }: DrawnPost): Promise<void> => {
      const before = said.get(post.id)
      if (await settle(post.id, undefined, before))
        rememberUndo(t('reading.takenBack'), () => void settle(post.id, before, undefined))
    },
  }
}
