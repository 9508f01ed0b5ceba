import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { invitationOffer } from '../../contract/team.ts'
import { call } from '../live/client.ts'
import { sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useEntering } from './enter-with.ts'
import { EnterPane } from './enter-pane.tsx'

type Offer = z.infer<typeof invitationOffer>

const address = getRouteApi('/join')
const shortestPassword = 10

/** What an invitation leads to: who invites, and the password to come in with. */
export function JoinPage() {
  const t = useText()
  const { token = '' } = address.useSearch()
  const offer = useQuery({
    queryKey: ['offer', token],
    queryFn: () => call<Offer>('GET', `/offers/${encodeURIComponent(token)}`),
    staleTime: Infinity,
  })
  if (offer.data)
    return (
      <EnterPane title={t('enter.join', { workspace: offer.data.workspace })} about={t('enter.join.about')}>
        <JoinForm offer={offer.data} token={token} />
      </EnterPane>
    )
  return (
    <EnterPane title={t('enter.invitation')}>
      {offer.isError && <Banner tone="danger">{sentenceOf(offer.error, t('enter.unreachable'))}</Banner>}
    </EnterPane>
  )
}

function JoinForm({ offer, token }: { offer: Offer; token: string }) {
  const t = useText()
  const [name, setName] = useState(offer.name)
  const [password, setPassword] = useState('')
  const { enter, isEntering, sentence, sentenceFor } = useEntering('/')
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        enter({ path: `/offers/${encodeURIComponent(token)}/acceptances`, body: { name, password } })
      }}
    >
      {sentence !== undefined && <Banner tone="danger">{sentence}</Banner>}
      <Field label={t('enter.email')} type="email" readOnly autoComplete="username" value={offer.email} />
      <Field
        label={t('enter.name')}
        required
        maxLength={120}
        autoComplete="name"
        help={t('enter.name.help')}
        value={name}
        error={sentenceFor('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t('enter.password')}
        type="password"
        required
        minLength={shortestPassword}
        autoComplete="new-password"
        help={t('enter.password.help', { count: shortestPassword })}
        value={password}
        error={sentenceFor('password')}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" tone="main" busy={isEntering}>
        {t('enter.joinNow')}
      </Button>
    </form>
  )
}
