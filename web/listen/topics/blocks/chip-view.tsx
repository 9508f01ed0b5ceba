import { X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { QueryDiagnostic } from '../../../../contract/query.ts'
import { textOr, useText } from '../../../live/text.ts'
import { classNames } from '../../../ui/class-names.ts'
import type { ChipBlock } from './block.ts'
import { fieldOf, useBlockDeeds } from './block-deeds.ts'
import { ChipEditor } from './chip-editor.tsx'
import { moveChip, removeBlock, rewriteChip } from './change-blocks.ts'

interface ChipViewProps {
  chip: ChipBlock
  groupId: string
  /** The one chip of its group that Tab leads to; the arrows lead on. */
  isTabStop: boolean
}

/** A piece of the query: Enter edits it, Backspace removes it, Alt with the arrows moves it to another group. */
export function ChipView({ chip, groupId, isTabStop }: ChipViewProps) {
  const t = useText()
  const deeds = useBlockDeeds()
  const [isEdited, setEdited] = useState(false)
  const mistakes = deeds.mistakesAt(chip.id)
  const look = lookOf(mistakes)
  const remove = (element: Element): void =>
    deeds.change((blocks) => removeBlock(blocks, chip.id), neighbourOf(element) ?? fieldOf(groupId))
  const move = (step: -1 | 1, text = chip.text): void =>
    deeds.change((blocks) => moveChip(rewriteChip(blocks, chip.id, text), chip.id, step), chip.id)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (event.key === 'Backspace' || event.key === 'Delete') remove(event.currentTarget)
    else if (event.altKey && (step === 1 || step === -1)) move(step)
    else return
    event.preventDefault()
  }
  if (isEdited)
    return (
      <ChipEditor
        chip={chip}
        onMove={move}
        onDone={(text, stays) => {
          setEdited(false)
          const focus = text === '' ? fieldOf(groupId) : chip.id
          deeds.change(
            (blocks) => (text === '' ? removeBlock(blocks, chip.id) : rewriteChip(blocks, chip.id, text)),
            stays ? focus : undefined,
          )
        }}
      />
    )
  return (
    <span
      className={classNames('inline-flex max-w-full items-center rounded-chip border bg-sunken text-ink', look.edge)}
    >
      <button
        type="button"
        data-focus={chip.id}
        data-chip=""
        tabIndex={isTabStop ? 0 : -1}
        aria-disabled={deeds.readOnly || undefined}
        aria-keyshortcuts={deeds.readOnly ? undefined : 'Enter Backspace Alt+ArrowUp Alt+ArrowDown'}
        onKeyDown={deeds.readOnly ? undefined : onKeyDown}
        onClick={() => !deeds.readOnly && setEdited(true)}
        className={classNames(
          'ring-inside min-h-7 min-w-6 truncate rounded-chip px-1.5 text-start font-mono text-sm touch:min-h-11',
          look.line,
        )}
      >
        {chip.text}
        {mistakes.length > 0 && (
          <span className="sr-only">
            , {mistakes.map(({ code, message }) => textOr(`query.${code}`, message)).join(' ')}
          </span>
        )}
      </button>
      {!deeds.readOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('topics.blocks.remove', { name: chip.text })}
          onClick={(event) => remove(event.currentTarget)}
          className="inline-flex size-6 items-center justify-center rounded-chip text-ink-2 hover:bg-line touch:size-11"
        >
          <X size={12} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}

/** The name of the chip that has the focus once this one is gone. */
function neighbourOf(element: Element): string | undefined {
  const chips = [
    ...(element.closest('[data-group]')?.querySelectorAll<HTMLElement>(':scope > [data-chips] [data-chip]') ?? []),
  ]
  const own = element.closest('span')?.querySelector('[data-chip]')
  const at = chips.findIndex((chip) => chip === own)
  return (chips[at + 1] ?? chips[at - 1])?.dataset['focus']
}

function lookOf(mistakes: readonly QueryDiagnostic[]): { edge: string; line: string } {
  if (mistakes.length === 0) return { edge: 'border-transparent', line: '' }
  const line = 'underline decoration-wavy underline-offset-4'
  return mistakes.some(({ severity }) => severity === 'error')
    ? { edge: 'border-danger', line: `${line} decoration-danger` }
    : { edge: 'border-warn', line: `${line} decoration-warn` }
}
