import type { ReactNode } from 'react'
import { Mark } from '../frame/mark.tsx'
import { useTitle } from '../ui/page.tsx'

interface EnterPaneProps {
  title: string
  about?: ReactNode
  children: ReactNode
  wide?: boolean
}

/** A page for those who are not in yet: one pane in the middle, nothing around it. */
export function EnterPane({ title, about, children, wide }: EnterPaneProps) {
  useTitle(title)
  return (
    <div className="flex min-h-full items-start justify-center overflow-auto p-4 tablet:items-center">
      <main id="main" className={`pane w-full p-6 tablet:p-8 ${wide ? 'max-w-2xl' : 'max-w-md'}`}>
        <div className="mb-5 flex items-center gap-2 text-md font-semibold">
          <Mark />
          Earshot
        </div>
        <h1 className="text-xl font-semibold">{title}</h1>
        {about && <div className="mt-1 text-md text-ink-2">{about}</div>}
        <div className="mt-5">{children}</div>
      </main>
    </div>
  )
}
