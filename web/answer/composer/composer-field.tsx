import { type KeyboardEvent, type Ref, useState } from 'react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useText } from '../../live/text.ts'
import { useWindowWidth } from '../../live/window-width.ts'
import { classNames } from '../../ui/class-names.ts'
import type { ComposerState } from './use-composer.ts'
import type { Mode } from './use-draft.ts'

interface ComposerFieldProps {
  conversation: ConversationView
  mode: Mode
  composer: ComposerState
  ref: Ref<HTMLTextAreaElement>
}

/** The text itself, named by who will read it. One line on a phone until it is touched. */
export function ComposerField({ conversation, mode, composer, ref }: ComposerFieldProps) {
  const t = useText()
  const isPhone = useWindowWidth() === 'phone'
  const [isTouched, setTouched] = useState(false)
  const { audience, person } = conversation
  const isNote = mode === 'note'
  const label = isNote
    ? t('audience.note')
    : t(`composer.label.${audience.kind}`, { name: person.name, network: audience.network })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    void composer.send(event.shiftKey ? 'ours' : 'theirs')
  }
  return (
    <textarea
      ref={ref}
      aria-label={label}
      dir="auto"
      rows={isPhone && !isTouched && composer.text === '' ? 1 : 3}
      placeholder={isNote ? t('composer.placeholder.note') : t('composer.placeholder.reply', { name: person.name })}
      value={composer.text}
      onFocus={() => setTouched(true)}
      onChange={(event) => composer.write(event.target.value)}
      onKeyDown={onKeyDown}
      className={classNames(
        'ring-inside field-sizing-content block max-h-[40vh] w-full resize-none bg-transparent px-3 py-1.5 text-md',
        isNote ? 'text-note-text placeholder:text-note-text' : 'text-ink placeholder:text-ink-3',
      )}
    />
  )
}
