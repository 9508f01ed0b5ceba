import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import type { doorView } from '../../contract/team.ts'
import { call } from '../live/client.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useEntering } from './enter-with.ts'
import { EnterPane } from './enter-pane.tsx'
import { safePlace } from './safe-place.ts'

const address = getRouteApi('/sign-in')

/** Signing in with e-mail address and password. Before there is a workspace it tells where the set-up link is. */
export function SignInPage() {
  const t = useText()
  const { to } = address.useSearch()
  const door = useQuery({
    queryKey: ['door'],
    queryFn: () => call<z.infer<typeof doorView>>('GET', '/door'),
    staleTime: 0,
  })
  if (door.data?.state === 'empty')
    return (
      <EnterPane title={t('enter.empty.title')} about={t('enter.empty.text')}>
        <p className="text-sm text-ink-2">{t('enter.empty.help')}</p>
      </EnterPane>
    )
  return (
    <EnterPane title={t('enter.signIn')} about={t('enter.signIn.about')}>
      <SignInForm place={safePlace(to)} />
    </EnterPane>
  )
}

function SignInForm({ place }: { place: string }) {
  const t = useText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { enter, isEntering, sentence, sentenceFor } = useEntering(place)
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        enter({ path: '/sessions', body: { email, password } })
      }}
    >
      {sentence !== undefined && <Banner tone="danger">{sentence}</Banner>}
      <Field
        label={t('enter.email')}
        type="email"
        name="email"
        required
        autoComplete="username"
        value={email}
        error={sentenceFor('email')}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={t('enter.password')}
        type="password"
        name="password"
        required
        autoComplete="current-password"
        value={password}
        error={sentenceFor('password')}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button type="submit" tone="main" busy={isEntering}>
        {t(isEntering ? 'enter.signingIn' : 'enter.signIn')}
      </Button>
    </form>
  )
}
