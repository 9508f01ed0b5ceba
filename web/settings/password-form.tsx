import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../live/client.ts'
import { Refusal } from '../live/refusal.ts'
import { sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SettingsBlock } from './settings-block.tsx'

const shortestPassword = 10

/** A new password; every other session of this person ends. */
export function PasswordForm({ email }: { email: string }) {
  const t = useText()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const changing = useMutation({
    mutationFn: () => call('PUT', '/me/password', { body: { current, next } }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      showToast(t('settings.password.changed'))
    },
  })
  const sentence = changing.isError ? sentenceOf(changing.error, t('ui.notSaved')) : undefined
  const field = changing.error instanceof Refusal ? changing.error.problem.field : undefined
  return (
    <SettingsBlock title={t('settings.password')} about={t('settings.password.about')}>
      <form
        className="flex max-w-md flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate()
        }}
      >
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Field
          label={t('settings.password.current')}
          type="password"
          required
          autoComplete="current-password"
          value={current}
          error={field === 'current' ? sentence : undefined}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <Field
          label={t('settings.password.next')}
          type="password"
          required
          minLength={shortestPassword}
          autoComplete="new-password"
          help={t('enter.password.help', { count: shortestPassword })}
          value={next}
          error={field === 'next' ? sentence : undefined}
          onChange={(event) => setNext(event.target.value)}
        />
        {sentence !== undefined && field === undefined && <Banner tone="danger">{sentence}</Banner>}
        <Button type="submit" className="self-start" busy={changing.isPending}>
          {t('settings.password.change')}
        </Button>
      </form>
    </SettingsBlock>
  )
}
