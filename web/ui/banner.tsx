import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type BannerTone = 'plain' | 'warn' | 'danger' | 'ok'

const tones: Record<BannerTone, { look: string; Icon: typeof Info }> = {
  plain: { look: 'bg-sunken text-ink-2', Icon: Info },
  warn: { look: 'bg-warn-soft text-warn-text', Icon: TriangleAlert },
  danger: { look: 'bg-danger-soft text-danger-text', Icon: CircleAlert },
  ok: { look: 'bg-ok-soft text-ok-text', Icon: CircleCheck },
}

/** A state that stays until it is solved: what works, what does not, what to do. */
export function Banner({
  tone = 'plain',
  children,
  action,
}: {
  tone?: BannerTone
  children: ReactNode
  action?: ReactNode
}) {
  const { look, Icon } = tones[tone]
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2 rounded-row px-3 py-2 text-sm', look)}
    >
      <Icon size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
