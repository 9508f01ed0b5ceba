import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../../../live/text.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TokenInput } from '../suggest/token-input.tsx'
import type { ChipBlock } from './block.ts'

interface ChipEditorProps {
  chip: ChipBlock
  onMove: (step: -1 | 1, text: string) => void
  /** `stays`: the focus goes on to the chip, unless somebody went elsewhere. */
  onDone: (text: string, stays: boolean) => void
}

/** The text of a chip while it is changed: Enter keeps it, Escape leaves it as it was. */
export function ChipEditor({ chip, onMove, onDone }: ChipEditorProps) {
  const t = useText()
  const [text, setText] = useState(chip.text)
  const isDone = useRef(false)
  const finish = (by: () => void): void => {
    if (isDone.current) return
    isDone.current = true
    by()
  }
  return (
    <span className="inline-flex max-w-full items-center">
      <TokenInput
        autoFocus
        label={t('topics.blocks.edit', { name: chip.text })}
        value={text}
        onChange={setText}
        onCommit={(whole) => finish(() => onDone(whole.trim(), true))}
        onLeave={() => finish(() => onDone(text.trim(), false))}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          finish(() => onDone(chip.text, true))
        }}
        className="field-sizing-content border-line-strong! bg-surface!"
      />
      {([-1, 1] as const).map((step) => (
        <IconButton
          key={step}
          label={t(step === -1 ? 'topics.blocks.moveUp' : 'topics.blocks.moveDown')}
          icon={step === -1 ? <ArrowUp size={12} aria-hidden="true" /> : <ArrowDown size={12} aria-hidden="true" />}
          tabIndex={-1}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => finish(() => onMove(step, text.trim() || chip.text))}
          className="size-6! touch:size-11!"
        />
      ))}
    </span>
  )
}
