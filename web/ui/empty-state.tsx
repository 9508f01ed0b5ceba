import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** A sentence; a heading where it is all there is. */
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}

/** What this place is for, why it is empty, and one next thing. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-14 text-center">
      <div className="text-lg font-semibold">{title}</div>
      {children && <div className="text-md text-ink-2">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
