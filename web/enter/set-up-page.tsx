import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useKeptForm } from '../live/kept-form.ts'
import { useText } from '../live/text.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useEntering } from './enter-with.ts'
import { EnterPane } from './enter-pane.tsx'

const address = getRouteApi('/setup')
const shortestPassword = 10

/** The first visit, by the one-time link of the start: it makes the workspace and its owner. */
export function SetUpPage() {
  const t = useText()
  const { token = '' } = address.useSearch()
  const { fields, change } = useKeptForm('set-up', { workspace: '', name: '', email: '' })
  const [password, setPassword] = useState('')
  const { enter, isEntering, sentence, sentenceFor } = useEntering('/first-steps')
  return (
    <EnterPane title={t('enter.setUp')} about={t('enter.setUp.about')}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          enter({ path: '/setups', body: { token, ...fields, password } })
        }}
      >
        {(sentence ?? sentenceFor('token')) !== undefined && (
          <Banner tone="danger">{sentence ?? sentenceFor('token')}</Banner>
        )}
        <Field
          label={t('enter.company')}
          required
          maxLength={120}
          autoComplete="organization"
          value={fields.workspace}
          error={sentenceFor('workspace')}
          onChange={(event) => change({ workspace: event.target.value })}
        />
        <Field
          label={t('enter.name')}
          required
          maxLength={120}
          autoComplete="name"
          help={t('enter.name.help')}
          value={fields.name}
          error={sentenceFor('name')}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Field
          label={t('enter.email')}
          type="email"
          required
          autoComplete="username"
          value={fields.email}
          error={sentenceFor('email')}
          onChange={(event) => change({ email: event.target.value })}
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
          {t(isEntering ? 'enter.settingUp' : 'enter.begin')}
        </Button>
      </form>
    </EnterPane>
  )
}
