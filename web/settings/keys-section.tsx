import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { keyMade, keyView } from '../../contract/team.ts'
import { call } from '../live/client.ts'
import { askAgain, sentenceOf, useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Field } from '../ui/field.tsx'
import { LoadFailed } from '../ui/load-failed.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { Time } from '../ui/time.tsx'
import { SettingsBlock } from './settings-block.tsx'
import { keysRequest } from './settings-requests.ts'

/** Keys for programs of one's own. */
export function KeysSection() {
  const t = useText()
  const keys = useRequest(keysRequest, undefined)
  return (
    <SettingsBlock title={t('settings.keys')} about={t('settings.keys.about')}>
      <MakeKey />
      {keys.isError && <LoadFailed error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.isPending && <SkeletonRows rows={2} height="44px" />}
      {keys.data?.items.length === 0 && <p className="text-sm text-ink-2">{t('settings.keys.none')}</p>}
      <ul className="flex flex-col">
        {keys.data?.items.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
    </SettingsBlock>
  )
}

function MakeKey() {
  const t = useText()
  const [name, setName] = useState('')
  const making = useMutation({
    mutationFn: () => call<z.infer<typeof keyMade>>('POST', '/keys', { body: { name } }),
    onSuccess: async () => {
      setName('')
      await askAgain(new Set(['key.made']))
    },
  })
  return (
    <form
      className="flex max-w-xl flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        making.mutate()
      }}
    >
      <div className="flex flex-wrap items-end gap-2">
        <Field
          label={t('settings.keys.name')}
          required
          maxLength={120}
          className="min-w-48 flex-1"
          value={name}
          placeholder={t('settings.keys.placeholder')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" tone="main" busy={making.isPending}>
          {t('settings.keys.make')}
        </Button>
      </div>
      {making.isError && <Banner tone="danger">{sentenceOf(making.error, t('ui.notSaved'))}</Banner>}
      {making.data && (
        <>
          <CopyField label={t('settings.keys.made', { name: making.data.name })} value={making.data.key} />
          <Banner tone="warn">{t('settings.keys.once')}</Banner>
        </>
      )}
    </form>
  )
}

function KeyRow({ apiKey }: { apiKey: z.infer<typeof keyView> }) {
  const t = useText()
  const revoking = useMutation({
    mutationFn: () => call('DELETE', `/keys/${apiKey.id}`),
    onSuccess: () => askAgain(new Set(['key.revoked'])),
    onError: (error) => void showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' }),
  })
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-2.5 text-sm">
      <span className="min-w-40 flex-1">
        <span className="block font-semibold">{apiKey.name}</span>
        <span className="block text-xs text-ink-3">
          {t('settings.keys.acts', { name: apiKey.colleague.name })} <Time at={apiKey.createdAt} />
        </span>
      </span>
      <span className="text-xs text-ink-2">
        {apiKey.lastUsedAt === null ? (
          t('settings.keys.unused')
        ) : (
          <>
            {t('settings.keys.used')} <Time at={apiKey.lastUsedAt} />
          </>
        )}
      </span>
      <Button busy={revoking.isPending} onClick={() => revoking.mutate()}>
        {t('settings.revoke')}
      </Button>
    </li>
  )
}
