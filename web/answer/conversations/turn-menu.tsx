import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { TurnGlyph } from '../turn-glyph.tsx'
import { type ChooserProps, choosing } from './choosing.ts'
import { endByThem, letRest, passTurn } from './conversation-acts.ts'
import { conversations } from './conversation-store.ts'
import { type TurnChoice, turnChoices } from './offered-turn.ts'

const keys: Record<TurnChoice, string> = { theirs: 't', ours: 'o', rest: 'r', ended: 'c', 'set-aside': 'x' }

/** Whose turn is it? The likely answer stands first; `E` again or Enter takes it. */
export function TurnMenu({ ids, onClose }: ChooserProps) {
  const t = useText()
  const menu = useRef<HTMLDivElement>(null)
  const conversation = conversations.read(ids[0] ?? '')
  const choices = conversation
    ? turnChoices(conversation).filter((choice) => choice !== 'ended' || ids.length === 1)
    : []
  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
  }, [])
  const take = (choice: TurnChoice): void => {
    onClose()
    const proposal = conversation?.proposedEnding
    if (choice === 'theirs' || choice === 'ours') void passTurn(ids, choice)
    else if (choice === 'rest') void letRest(ids)
    else if (choice === 'set-aside') choosing.set({ what: 'set-aside', ids, anchor: null })
    else if (proposal) void endByThem(ids[0] ?? '', { messageId: proposal.messageId })
    else choosing.set({ what: 'ending', ids, anchor: null })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const pressed = event.key.toLowerCase()
    const choice = pressed === 'e' ? choices[0] : choices.find((each) => keys[each] === pressed)
    if (step) items[(at + step + items.length) % items.length]?.focus()
    else if (choice && !event.metaKey && !event.ctrlKey) take(choice)
    else return
    event.preventDefault()
  }
  if (choices.length === 0) return <p className="p-3 text-sm">{t('turn.isEnded')}</p>
  return (
    <>
      <p className="px-3 pt-2.5 text-sm font-semibold">{t('turn.title')}</p>
      {conversation?.proposedEnding && ids.length === 1 && (
        <blockquote className="mx-3 mt-2 rounded-control bg-ok-soft px-2 py-1.5 text-sm text-ok-text">
          “{conversation.proposedEnding.words}”
        </blockquote>
      )}
      <div ref={menu} role="menu" aria-label={t('turn.title')} onKeyDown={onKeyDown} className="p-1">
        {choices.map((choice, index) => (
          <button
            key={choice}
            type="button"
            role="menuitem"
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => take(choice)}
            className={classNames(
              'ring-inside flex min-h-9 w-full items-center gap-2 rounded-control px-2 text-start text-sm hover:bg-sunken focus:bg-accent-soft touch:min-h-11',
            )}
          >
            <TurnGlyph turn={glyphs[choice]} />
            <span className="font-medium">{t(`turn.choose.${choice}`)}</span>
            <span className="min-w-0 flex-1 truncate text-xs text-ink-2">{t(`turn.hint.${choice}`)}</span>
            {index === 0 && <Kbd keys="e" />}
            <Kbd keys={keys[choice]} />
          </button>
        ))}
      </div>
    </>
  )
}

const glyphs = { theirs: 'theirs', ours: 'ours', rest: 'resting', ended: 'ended', 'set-aside': 'set_aside' } as const
