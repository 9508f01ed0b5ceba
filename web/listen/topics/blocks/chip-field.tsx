import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../../live/text.ts'
import { classNames } from '../../../ui/class-names.ts'
import { TokenInput } from '../suggest/token-input.tsx'
import type { GroupBlock } from './block.ts'
import { fieldOf, useBlockDeeds } from './block-deeds.ts'
import { addChips } from './change-blocks.ts'
import { chipsTyped } from './chip-text.ts'

interface ChipFieldProps {
  group: GroupBlock
  name: string
  /** The chip before it, to which Backspace leads. */
  last: string | undefined
}

/** The field of a group: Enter makes chips of what is typed, Backspace leads to the chip before it. */
export function ChipField({ group, name, last }: ChipFieldProps) {
  const t = useText()
  const deeds = useBlockDeeds()
  const [typed, setTyped] = useState('')
  const commit = (text: string): void => {
    const chips = chipsTyped(text)
    setTyped('')
    if (chips.length > 0) deeds.change((blocks) => addChips(blocks, group.id, chips), fieldOf(group.id))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Backspace' || typed !== '' || last === undefined) return
    event.preventDefault()
    document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(last)}"]`)?.focus()
  }
  return (
    <TokenInput
      label={t('topics.blocks.add', { group: name })}
      placeholder={t(group.kind === 'are' ? 'topics.blocks.addField' : 'topics.blocks.addWord')}
      value={typed}
      onChange={setTyped}
      onCommit={commit}
      onLeave={() => commit(typed)}
      onKeyDown={onKeyDown}
      offersFields={group.kind === 'are'}
      focusName={fieldOf(group.id)}
      className={classNames('w-28', typed !== '' && 'field-sizing-content')}
    />
  )
}
