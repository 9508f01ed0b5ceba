import { useEffect } from 'react'
import { type ReaderName, readerKinds, readerNames } from '../../../contract/reader-kinds.ts'
import { useCell } from '../../live/cell.ts'
import { useMe } from '../../live/me.ts'
import { language, useText } from '../../live/text.ts'
import { languageCodes } from '../../readings/language-codes.ts'
import { labelText, readerText } from '../../readings/reading-words.ts'
import { type Option, OptionList } from '../../ui/option-list.tsx'
import type { ChooserProps } from './choosing.ts'
import { readThread, useThread } from './conversation-store.ts'
import { sayOfMessage } from './correct-message.ts'

interface LabelOption extends Option {
  reader: ReaderName
  value: string
}

/** What their newest message really is: every reader with all it can say, to be typed at. */
export function ReadingList({ ids, onClose }: ChooserProps) {
  const t = useText()
  const locale = useCell(language)
  const me = useMe()?.colleague
  const id = ids[0] ?? ''
  const thread = useThread(id)
  useEffect(() => {
    if (!thread) void readThread(id).catch(onClose)
  }, [id, thread, onClose])
  const message = thread?.messages.findLast(
    (each) => each.direction === 'in' && each.postId !== null && !each.deletedAt,
  )
  const options = readerNames.flatMap((reader) =>
    labelsOf(reader).map((value): LabelOption => ({
      id: `${reader}-${value}`,
      reader,
      value,
      label: labelText(reader, value, locale),
      group: readerText(reader),
      words: value,
      hint: message?.reading?.[reader]?.label === value ? t('reading.pickNow') : undefined,
    })),
  )
  return (
    <OptionList
      label={t('reading.pick')}
      placeholder={t('reading.pickPlaceholder')}
      empty={t('reading.pickEmpty')}
      options={message ? options : []}
      onPick={({ reader, value }) => {
        onClose()
        if (message && me) void sayOfMessage({ conversationId: id, message, me }, reader, value)
      }}
    />
  )
}

function labelsOf(reader: ReaderName): readonly string[] {
  return reader === 'language' ? languageCodes : readerKinds[reader].labels
}
