import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { call } from '../../live/client.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Page } from '../../ui/page.tsx'
import type { ChannelMade } from './channel-requests.ts'
import { Connected } from './connected.tsx'

const address = getRouteApi('/shell/connect/callback')

/** Where a network sends people back to after they signed in there: the code is handed to the server, once. */
export function CallbackPage() {
  const t = useText()
  const { state, code, error } = address.useSearch()
  const finishing = useQuery({
    queryKey: ['channel-sign-in', state],
    queryFn: () => call<ChannelMade>('POST', '/channel-sign-in-returns', { body: { state, code, error } }),
    staleTime: Infinity,
    retry: false,
  })
  return (
    <Page title={t('channels.connect')}>
      {finishing.isPending && <Banner>{t('channels.finishing')}</Banner>}
      {finishing.isError && (
        <>
          <Banner tone="danger">{sentenceOf(finishing.error, t('ui.notDone'))}</Banner>
          <Link to="/channels/connect" className="text-md text-accent-text underline">
            {t('channels.beginAgain')}
          </Link>
        </>
      )}
      {finishing.data && <Connected channel={finishing.data} />}
    </Page>
  )
}
