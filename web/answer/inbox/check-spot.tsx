import type { ReactNode } from 'react'
import { useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'

interface CheckSpotProps {
  name: string
  isChecked: boolean
  onCheck: () => void
  /** What stands here while it is not checked: the sign of the channel. */
  children: ReactNode
}

/** The place of the channel's sign, where a tick box stands under the pointer and once it is checked. */
export function CheckSpot({ name, isChecked, onCheck, children }: CheckSpotProps) {
  const t = useText()
  return (
    <span
      className="group/check relative flex h-5 w-6 shrink-0 items-center justify-center"
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.key === ' ' && event.stopPropagation()}
    >
      <span className={classNames('group-hover/check:invisible', isChecked && 'invisible')}>{children}</span>
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t('row.check', { name })}
        checked={isChecked}
        onChange={onCheck}
        className={classNames('absolute size-4 accent-accent', !isChecked && 'opacity-0 group-hover/check:opacity-100')}
      />
    </span>
  )
}
