import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChannelKind, ChannelView } from '../../../contract/channels.ts'
import { call } from '../../live/client.ts'
import { askAgain, keepAnswer, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { type ChannelMade, channelRequest } from './channel-requests.ts'
import { NameAndPlace } from './name-and-place.tsx'
import { SettingFields } from './setting-fields.tsx'
import { fieldOf } from './setting-sentence.ts'
import { type SettingValues, firstValues, settingsOf } from './setting-values.ts'

interface Fields {
  name: string
  department: string
  values: SettingValues
}

/** The name, department and settings of a connected channel. What is empty among the secrets stays as it is. */
export function ChannelSettings({ channel, kind }: { channel: ChannelView; kind: ChannelKind }) {
  const t = useText()
  const [fields, setFields] = useState<Fields | null>(null)
  const shown = fields ?? fieldsOf(channel, kind)
  const saving = useMutation({
    mutationFn: () =>
      call<ChannelMade>('PATCH', `/channels/${channel.id}`, { body: changesOf({ channel, kind, fields: shown }) }),
    onSuccess: (saved) => {
      keepAnswer(channelRequest, { id: channel.id }, saved)
      setFields(null)
      showToast(t('channels.saved', { name: saved.name }))
      void askAgain(new Set(['channel.changed']))
    },
  })
  const sentence = saving.isError ? sentenceOf(saving.error, t('ui.notSaved')) : undefined
  const field = fieldOf(saving.error)
  const isShownAtField = field === 'name' || kind.fields.some((each) => field === `settings.${each.name}`)
  const change = (part: Partial<Fields>): void => setFields({ ...shown, ...part })
  return (
    <form
      aria-labelledby="channel-settings"
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <h2 id="channel-settings" className="text-lg font-semibold">
        {t('channels.settings')}
      </h2>
      <NameAndPlace
        name={shown.name}
        department={shown.department}
        onName={(name) => change({ name })}
        onDepartment={(department) => change({ department })}
        placeholder={kind.label}
        error={field === 'name' ? sentence : undefined}
      />
      <SettingFields
        isConnected
        fields={kind.fields}
        values={shown.values}
        change={(part) => change({ values: { ...shown.values, ...part } })}
        sentenceFor={(name) => (field === `settings.${name}` ? sentence : undefined)}
      />
      {sentence && !isShownAtField && <Banner tone="danger">{sentence}</Banner>}
      <div className="flex gap-2">
        <Button
          type="submit"
          tone="main"
          busy={saving.isPending}
          disabled={fields === null}
          title={fields === null ? t('channels.nothingChanged') : undefined}
        >
          {t(saving.isPending ? 'ui.saving' : 'ui.save')}
        </Button>
        {fields && <Button onClick={() => setFields(null)}>{t('ui.cancel')}</Button>}
      </div>
    </form>
  )
}

function fieldsOf(channel: ChannelView, kind: ChannelKind): Fields {
  return {
    name: channel.name,
    department: channel.department?.id ?? '',
    values: firstValues(kind.fields, channel.settings),
  }
}

/** Only what differs goes out: a rename alone must not ask the network. */
function changesOf({ channel, kind, fields }: { channel: ChannelView; kind: ChannelKind; fields: Fields }) {
  const before = fieldsOf(channel, kind)
  const touched = kind.fields.filter((field) => fields.values[field.name] !== before.values[field.name])
  const emptied = touched.filter((field) => field.kind !== 'secret' && fields.values[field.name] === '')
  const settings = {
    ...settingsOf(touched, fields.values),
    ...Object.fromEntries(emptied.map((field) => [field.name, field.kind === 'lines' ? [] : ''])),
  }
  return {
    ...(fields.name !== before.name && { name: fields.name }),
    ...(fields.department !== before.department && { department: fields.department || null }),
    ...(touched.length > 0 && { settings }),
  }
}
