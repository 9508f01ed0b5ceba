import { type ReactNode, useId } from 'react'

interface SettingsBlockProps {
  title: string
  about?: string
  actions?: ReactNode
  children: ReactNode
}

/** One matter within a section. */
export function SettingsBlock({ title, about, actions, children }: SettingsBlockProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-48 flex-1">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {about !== undefined && <p className="max-w-[68ch] text-sm text-ink-2">{about}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
