import { useState } from 'react'
import type { ReaderName } from '../../../contract/reader-kinds.ts'
import { useMay, useMe } from '../../live/me.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { language, useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { ReadingChips } from '../../readings/reading-chips.tsx'
import type { Place } from '../../readings/reading-chips-props.ts'
import { labelText, readerText } from '../../readings/reading-words.ts'
import { putBack, sayReading, unsayReading } from '../../readings/say-reading.ts'
import type { Readings } from '../../readings/show-readings.ts'
import type { PostView } from './posts-request.ts'

interface PostReadingsProps {
  post: PostView
  readings: Readings
  onShow: (places: readonly Place[] | undefined) => void
}

/** What the readers say of a post in a list, with their reasons, and the way to say otherwise. */
export function PostReadings({ post, readings, onShow }: PostReadingsProps) {
  const t = useText()
  const me = useMe()?.colleague
  const mayFix = useMay('conversation.answer')
  // What was said here shows at once; the list itself is asked again when it is next opened.
  const [said, setSaid] = useState<Readings>({})
  const shown = { ...readings, ...said }
  const settle = async (
    reader: ReaderName,
    after: Readings[string] | undefined,
    send: Promise<void>,
  ): Promise<boolean> => {
    setSaid((before) => ({ ...before, ...(after && { [reader]: after }) }))
    try {
      await send
      await askAgain(new Set(['reading.corrected']))
      return true
    } catch (error) {
      setSaid(said)
      showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
      return false
    }
  }
  const saying = (reader: ReaderName) => ({ postId: post.id, reader })
  const say = async (reader: ReaderName, label: string): Promise<void> => {
    const before = shown[reader]
    const was = before?.correctedBy ? before.was : (before?.guess ?? before?.label)
    const { guess: _, ...kept } = before ?? { confidence: 1 }
    const after = { ...kept, label, confidence: 1, ...(me && { correctedBy: me }), ...(was !== undefined && { was }) }
    const words = { reader: readerText(reader), label: labelText(reader, label, language.get()) }
    if (await settle(reader, after, sayReading({ ...saying(reader), label })))
      rememberUndo(t('reading.said', words), () => void settle(reader, before, putBack(saying(reader), before)))
  }
  const takeBack = async (reader: ReaderName): Promise<void> => {
    const before = shown[reader]
    if (!before) return
    const { correctedBy: _, was = 'unknown', ...kept } = before
    if (await settle(reader, { ...kept, label: was }, unsayReading(saying(reader))))
      rememberUndo(t('reading.takenBack'), () => void settle(reader, before, putBack(saying(reader), before)))
  }
  return (
    <ReadingChips
      postId={post.id}
      readings={shown}
      post={post}
      mayFix={mayFix}
      onSay={(reader, label) => void say(reader, label)}
      onTakeBack={(reader) => void takeBack(reader)}
      onShow={onShow}
    />
  )
}
