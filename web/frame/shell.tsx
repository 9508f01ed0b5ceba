import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useState } from 'react'
import type { MeView } from '../../contract/team.ts'
import { type BoundAction, useActions } from '../live/actions.ts'
import { useCell } from '../live/cell.ts'
import { signedOut } from '../live/client.ts'
import { startLive } from '../live/live-batches.ts'
import { look } from '../live/look.ts'
import { adoptLook, keepLook, meRequest } from '../live/me.ts'
import { useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { undoLast } from '../live/undo.ts'
import { showToast } from '../live/toasts.ts'
import { sendWaiting, waitAs } from '../live/waiting-sends.ts'
import { useWindowWidth } from '../live/window-width.ts'
import { ToastRegion } from '../ui/toast-region.tsx'
import { Announcements } from './announcements.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { movePane } from './move-between-panes.ts'
import { Nav } from './nav.tsx'
import type { NavPlace } from './nav-place.ts'
import { PageFailed } from './page-failed.tsx'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeyScreen = lazy(async () => ({ default: (await import('./key-screen.tsx')).KeyScreen }))

/** The frame around every screen of those who are signed in. */
export function Shell({ places }: { places: readonly NavPlace[] }) {
  const me = useRequest(meRequest, undefined)
  const navigate = useNavigate()
  const here = useRouterState({ select: (state) => state.location.href })
  const isOut = useCell(signedOut)
  useEffect(() => {
    // The frame stays until the sign-in page is loaded; by then the address is that page's own.
    if (isOut && !here.startsWith('/sign-in')) void navigate({ href: `/sign-in?to=${encodeURIComponent(here)}` })
  }, [isOut, here, navigate])
  useEffect(() => {
    if (me.data) adoptLook(me.data)
  }, [me.data])
  if (isOut) return null
  if (me.data) return <Frame me={me.data} places={places.filter((place) => isOpen(place, me.data))} />
  return me.isError ? <PageFailed error={me.error} onRetry={() => void me.refetch()} /> : null
}

/** What a role may not open, or what is done for good, is not shown. */
function isOpen(place: NavPlace, me: MeView): boolean {
  return (!place.right || me.rights.includes(place.right)) && !place.isOver?.(me)
}

function Frame({ me, places }: { me: MeView; places: readonly NavPlace[] }) {
  const t = useText()
  const width = useWindowWidth()
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const { rail } = useCell(look)
  useActions(useFrameActions(places, setOpen))
  useEffect(() => startLive(), [])
  // What they left waiting when the page was closed.
  useEffect(() => {
    waitAs(me.colleague.id)
    void sendWaiting()
  }, [me.colleague.id])
  const close = (): void => setOpen(null)
  return (
    <div className="flex h-full flex-col">
      <a
        href="#main"
        className="sr-only z-60 rounded-control bg-accent px-3 py-2 text-on-accent focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
      >
        {t('frame.skip')}
      </a>
      <ConnectionBanner />
      <div className="flex min-h-0 flex-1 gap-2 tablet:p-2 tablet:ps-0">
        {width !== 'phone' && (
          <Nav
            me={me}
            places={places}
            rail={rail || width === 'tablet'}
            mayWiden={width !== 'tablet'}
            onSearch={() => setOpen('palette')}
          />
        )}
        <Outlet />
      </div>
      {width === 'phone' && <BottomBar me={me} places={places} />}
      <ToastRegion />
      <Announcements />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeyScreen onClose={close} />}
      </Suspense>
    </div>
  )
}

function useFrameActions(places: readonly NavPlace[], setOpen: (what: 'palette' | 'keys') => void): BoundAction[] {
  const t = useText()
  const navigate = useNavigate()
  return [
    ...places.map((place): BoundAction => ({
      id: `go-${place.id}`,
      label: place.label,
      group: 'go',
      keys: [place.keys],
      ...(place.words ? { words: place.words } : {}),
      run: () => void navigate({ to: place.path }),
    })),
    {
      id: 'palette',
      label: 'actions.palette',
      group: 'everywhere',
      keys: ['mod+k'],
      inFields: true,
      run: () => setOpen('palette'),
    },
    { id: 'keys', label: 'actions.keys', group: 'everywhere', keys: ['?'], run: () => setOpen('keys') },
    {
      id: 'undo',
      label: 'actions.undo',
      group: 'everywhere',
      keys: ['z'],
      run: () => {
        if (!undoLast()) showToast(t('ui.nothingToUndo'))
      },
    },
    ...paneActions,
  ]
}

const paneActions: readonly BoundAction[] = [
  {
    id: 'nav',
    label: 'actions.nav',
    group: 'everywhere',
    keys: ['['],
    run: () => keepLook({ rail: !look.get().rail }),
  },
  {
    id: 'next-pane',
    label: 'actions.nextPane',
    group: 'everywhere',
    keys: ['f6'],
    inFields: true,
    run: () => movePane(1),
  },
  {
    id: 'last-pane',
    label: 'actions.lastPane',
    group: 'everywhere',
    keys: ['shift+f6'],
    inFields: true,
    run: () => movePane(-1),
  },
]
