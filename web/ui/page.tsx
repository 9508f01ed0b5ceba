import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useFocusOnArrival } from '../live/keep-focus.ts'

interface PageProps {
  /** Its name: the heading, and the title of the window. */
  title: string
  /** What stands at the right of the title: the main button and filters. */
  actions?: ReactNode
  about?: ReactNode
  children: ReactNode
  wide?: boolean
}

/** A screen that is one pane with a title, for everything but the inbox. */
export function Page({ title, actions, about, children, wide }: PageProps) {
  useTitle(title)
  useFocusOnArrival()
  return (
    <main
      id="main"
      tabIndex={-1}
      className="pane flex min-h-0 min-w-0 flex-1 flex-col outline-none max-tablet:rounded-none"
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <div className={`mx-auto flex w-full flex-col gap-4 px-4 py-4 tablet:px-6 ${wide ? 'max-w-6xl' : 'max-w-4xl'}`}>
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
            <div className="min-w-48 flex-1">
              <h1 className="text-xl font-semibold">{title}</h1>
              {about && <div className="mt-0.5 max-w-[68ch] text-md text-ink-2">{about}</div>}
            </div>
            {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
          </div>
          {children}
        </div>
      </div>
    </main>
  )
}

/** Sets the title of the window: the place, then the app. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title}, Earshot` : 'Earshot'
  }, [title])
}
