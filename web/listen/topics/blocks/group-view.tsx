import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useText } from '../../../live/text.ts'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { QueryMistakes } from '../query-mistakes.tsx'
import type { ChipBlock, GroupBlock, NearBlock } from './block.ts'
import { useBlockDeeds } from './block-deeds.ts'
import { changeNear, removeBlock } from './change-blocks.ts'
import { ChipField } from './chip-field.tsx'
import { ChipView } from './chip-view.tsx'
import { GroupKindChoice } from './group-kind.tsx'

interface GroupViewProps {
  group: GroupBlock
  /** What it is called where it is part of something, e.g. the second side of near. */
  label?: string
  /** Inside another group there is less room: the head stands above the chips. */
  isInside?: boolean
  children?: ReactNode
}

const looks = {
  top: {
    grid: 'grid-cols-[5.5rem_1fr_auto] max-tablet:grid-cols-[1fr_auto]',
    label: 'max-tablet:col-span-2',
    inside: 'col-start-2 col-end-4 max-tablet:col-start-1 max-tablet:col-end-3',
  },
  inside: { grid: 'grid-cols-[1fr_auto]', label: 'col-span-2', inside: 'col-span-2' },
}

/** Of a very long group the rest shows when asked for. */
const mostShown = 100

/** A group of chips, and of groups inside it, with the field that takes more. */
export function GroupView({ group, label, isInside = false, children }: GroupViewProps) {
  const look = looks[isInside ? 'inside' : 'top']
  const t = useText()
  const deeds = useBlockDeeds()
  const chips = group.of.filter((block) => block.kind === 'chip')
  const inside = group.of.filter((block) => block.kind !== 'chip')
  const name = label ?? t(`topics.blocks.${group.kind}`)
  const mistakes = chips.flatMap((chip) => deeds.mistakesAt(chip.id))
  return (
    <div
      role="group"
      aria-label={name}
      data-group={group.id}
      className={classNames('grid items-start gap-x-2 gap-y-1', look.grid)}
    >
      <div className={classNames('pt-1 text-sm text-ink-2', look.label)}>
        {label ?? <GroupKindChoice group={group} name={name} />}
      </div>
      <GroupChips group={group} name={name} chips={chips} />
      {!deeds.readOnly && !label ? (
        <IconButton
          label={t('topics.blocks.removeGroup', { name })}
          icon={<X size={14} aria-hidden="true" />}
          onClick={() => deeds.change((blocks) => removeBlock(blocks, group.id), 'add group')}
          className="size-7! touch:size-11!"
        />
      ) : (
        <span />
      )}
      <div className={classNames('flex flex-col gap-2 empty:hidden', look.inside)}>
        <QueryMistakes withoutPlace diagnostics={mistakes} onRepair={deeds.readOnly ? undefined : deeds.repair} />
        {inside.map((block) => (
          <div key={block.id} className="rounded-row border border-line p-2">
            {block.kind === 'near' ? <NearView near={block} isInside /> : <GroupView group={block} isInside />}
          </div>
        ))}
        {children}
      </div>
    </div>
  )
}

interface GroupChipsProps {
  group: GroupBlock
  name: string
  chips: readonly ChipBlock[]
}

function GroupChips({ group, name, chips }: GroupChipsProps) {
  const t = useText()
  const { readOnly } = useBlockDeeds()
  const [isLong, setLong] = useState(false)
  return (
    <div data-chips="" onKeyDown={walkChips} className="flex min-w-0 flex-wrap items-center gap-1.5">
      {chips.slice(0, isLong ? undefined : mostShown).map((chip, index) => (
        <ChipView key={chip.id} chip={chip} groupId={group.id} isTabStop={index === 0} />
      ))}
      {chips.length > mostShown && !isLong && (
        <Button small tone="quiet" onClick={() => setLong(true)}>
          {t('topics.blocks.more', { count: chips.length - mostShown })}
        </Button>
      )}
      {!readOnly && <ChipField group={group} name={name} last={chips.at(-1)?.id} />}
    </div>
  )
}

const farthest = 100

/** Two groups of which one word each must stand near one another. */
export function NearView({ near, isInside = false }: { near: NearBlock; isInside?: boolean }) {
  const t = useText()
  const deeds = useBlockDeeds()
  const change = (part: Partial<Pick<NearBlock, 'distance' | 'ordered'>>): void =>
    deeds.change((blocks) => changeNear(blocks, near.id, part))
  return (
    <div role="group" aria-label={t('topics.blocks.near')} className="flex flex-col gap-1.5">
      <GroupView group={near.left} label={t('topics.blocks.any')} isInside={isInside} />
      <GroupView group={near.right} label={t('topics.blocks.near')} isInside={isInside}>
        <div className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          <label className="inline-flex items-center gap-2">
            {t('topics.blocks.within')}
            <input
              type="number"
              min={1}
              max={farthest}
              value={near.distance}
              readOnly={deeds.readOnly}
              onChange={({ target }) => {
                const distance = Math.round(target.valueAsNumber)
                if (distance >= 1 && distance <= farthest) change({ distance })
              }}
              className="tabular h-7 w-16 rounded-control border border-line-strong bg-surface px-1.5 text-ink touch:h-11"
            />
            {t('topics.blocks.words')}
          </label>
          <select
            aria-label={t('topics.blocks.order')}
            value={near.ordered ? 'ordered' : 'any'}
            disabled={deeds.readOnly}
            onChange={(event) => change({ ordered: event.target.value === 'ordered' })}
            className="h-7 rounded-control border border-line-strong bg-surface px-1 text-ink touch:h-11"
          >
            <option value="any">{t('topics.blocks.anyOrder')}</option>
            <option value="ordered">{t('topics.blocks.inOrder')}</option>
          </select>
          {!deeds.readOnly && (
            <IconButton
              label={t('topics.blocks.removeGroup', { name: t('topics.blocks.near') })}
              icon={<X size={14} aria-hidden="true" />}
              onClick={() => deeds.change((blocks) => removeBlock(blocks, near.id), 'add group')}
              className="ms-auto size-7! touch:size-11!"
            />
          )}
        </div>
      </GroupView>
    </div>
  )
}

/** Left and right lead from chip to chip and into the field behind them. */
function walkChips(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  if (!step || event.altKey || event.defaultPrevented) return
  const { target } = event
  if (target instanceof HTMLInputElement && (step === 1 || target.selectionStart !== 0)) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-chip], input')]
  const next = stops[stops.findIndex((stop) => stop === target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
