import { ChevronDown, Clock3 } from 'lucide-react'
import type { ConversationView } from '../../../contract/conversations.ts'
import { useActions } from '../../live/actions.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Menu } from '../../ui/menu.tsx'
import type { ComposerState } from './use-composer.ts'
import type { Mode } from './use-draft.ts'

interface ComposerFootProps {
  mode: Mode
  conversation: ConversationView
  composer: ComposerState
  onMode: (mode: Mode) => void
  isBlocked: boolean
}

/** The switch between reply and note, the promise, the length, and the button that says what happens. */
export function ComposerFoot({ mode, conversation, composer, onMode, isBlocked }: ComposerFootProps) {
  const t = useText()
  const { may } = conversation
  const { promise, setPromise } = composer
  const isNote = mode === 'note'
  const mayPromise = !isNote && !isBlocked
  const promiseToo = (): void => setPromise(promise ?? { text: '', due: '' })
  useActions([
    {
      id: 'promise',
      label: 'actions.promise',
      group: 'composer',
      keys: ['p'],
      when: () => mayPromise,
      run: promiseToo,
    },
  ])
  return (
    <div className="flex flex-wrap items-center gap-1 px-2 pb-2">
      <div role="group" aria-label={t('composer.mode')} className="flex rounded-control border border-line">
        {may.reply && (
          <ModeButton label={t('composer.reply')} keys="r" pressed={!isNote} onPress={() => onMode('reply')} />
        )}
        {may.note && <ModeButton label={t('composer.note')} keys="n" pressed={isNote} onPress={() => onMode('note')} />}
      </div>
      {mayPromise && (
        <IconButton
          label={t('actions.promise')}
          shortcut="p"
          pressed={promise !== null}
          icon={<Clock3 size={16} aria-hidden="true" />}
          onClick={promiseToo}
        />
      )}
      <span className="flex-1" />
      {!isBlocked && <LengthCount composer={composer} />}
      {!isBlocked && (
        <SendButtons isNote={isNote} isPublic={conversation.audience.kind === 'public'} composer={composer} />
      )}
    </div>
  )
}

/** Counts once half of the room is used. */
function LengthCount({ composer: { limit, length } }: { composer: ComposerState }) {
  const t = useText()
  if (limit === null || length < limit / 2) return null
  return (
    <span
      role="status"
      aria-label={t('composer.length', { length, limit })}
      className={classNames(
        'tabular text-2xs font-medium',
        length > limit ? 'text-danger-text' : length > limit * 0.9 ? 'text-warn-text' : 'text-ink-3',
      )}
    >
      {length}/{limit}
    </span>
  )
}

function SendButtons({ isNote, isPublic, composer }: { isNote: boolean; isPublic: boolean; composer: ComposerState }) {
  const t = useText()
  const { blocked, isSending, send } = composer
  useActions([
    {
      id: 'send',
      label: 'actions.send',
      group: 'composer',
      keys: ['mod+enter'],
      when: () => !blocked,
      run: () => void send('theirs'),
    },
    {
      id: 'send-ours',
      label: 'actions.sendOurs',
      group: 'composer',
      keys: ['mod+shift+enter'],
      when: () => !blocked && !isNote,
      run: () => void send('ours'),
    },
  ])
  const label = isNote ? t('composer.addNote') : t(isPublic ? 'composer.post' : 'composer.send')
  const choices = [
    { id: 'theirs', label: t('actions.send'), keys: 'mod+enter', run: () => void send('theirs') },
    { id: 'ours', label: t('actions.sendOurs'), keys: 'mod+shift+enter', run: () => void send('ours') },
  ]
  return (
    <>
      <Button
        tone="main"
        shortcut="mod+enter"
        busy={isSending}
        disabled={blocked !== undefined}
        title={blocked}
        onClick={() => void send('theirs')}
      >
        {isSending ? t(isNote ? 'composer.adding' : 'composer.posting') : label}
      </Button>
      {!isNote && (
        <Menu label={t('composer.sendHow')} choices={choices}>
          <Button
            tone="main"
            className="px-2"
            aria-label={t('composer.sendHow')}
            disabled={blocked !== undefined}
            title={blocked}
          >
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        </Menu>
      )}
    </>
  )
}

function ModeButton({
  label,
  keys,
  pressed,
  onPress,
}: {
  label: string
  keys: string
  pressed: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      aria-keyshortcuts={keys.toUpperCase()}
      onClick={onPress}
      className={classNames(
        'ring-inside inline-flex h-7 items-center gap-1.5 rounded-control px-2 text-xs touch:h-11',
        pressed ? 'bg-surface font-semibold text-ink' : 'text-ink-2 hover:bg-sunken',
      )}
    >
      {label} <Kbd keys={keys} className="max-desk:hidden" />
    </button>
  )
}
