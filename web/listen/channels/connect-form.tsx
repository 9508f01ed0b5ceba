import { useState } from 'react'
import type { ChannelKind } from '../../../contract/channels.ts'
import { useText } from '../../live/text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { ChannelMade, SettingField } from './channel-requests.ts'
import { ConnectStep } from './connect-step.tsx'
import { abilitiesOf } from './kind-list.tsx'
import { NameAndPlace } from './name-and-place.tsx'
import { SettingFields } from './setting-fields.tsx'
import { TrialOutcome } from './trial-outcome.tsx'
import { type Connecting, useConnecting } from './use-connecting.ts'

interface ConnectFormProps {
  kind: ChannelKind
  onBack: () => void
  onConnected: (channel: ChannelMade) => void
}

/** The four steps of connecting: what it can do here, what it needs, a test, name and department. */
export function ConnectForm({ kind, onBack, onConnected }: ConnectFormProps) {
  const t = useText()
  const [bySignIn, setBySignIn] = useState(kind.signIn)
  const connecting = useConnecting(kind, onConnected)
  const { form, trial, failure } = connecting
  const canTest = kind.can.listens !== 'pushed' && !bySignIn
  const isShown = failure.field === 'name' || fieldsOf(kind, bySignIn).some(isAt(failure.field))
  return (
    <form
      className="flex max-w-2xl flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        if (bySignIn) connecting.signIn()
        else connecting.connect()
      }}
    >
      <ConnectStep number={1} title={t('channels.step.can')}>
        <ul className="list-disc ps-5 text-md text-ink-2">
          {abilitiesOf(kind.can).map((ability) => (
            <li key={ability}>{t(`channels.can.${ability}.long`)}</li>
          ))}
        </ul>
      </ConnectStep>
      <NeedsStep kind={kind} bySignIn={bySignIn} connecting={connecting} onSwitch={() => setBySignIn(!bySignIn)} />
      {canTest && <TestStep connecting={connecting} />}
      <ConnectStep number={canTest ? 4 : 3} title={t('channels.step.place')}>
        <NameAndPlace
          name={form.name ?? trial.data?.account ?? ''}
          department={form.department}
          onName={form.setName}
          onDepartment={form.setDepartment}
          placeholder={kind.label}
          error={failure.field === 'name' ? failure.sentence : undefined}
        />
      </ConnectStep>
      {failure.sentence !== undefined && !isShown && <Banner tone="danger">{failure.sentence}</Banner>}
      <div className="flex flex-wrap gap-2">
        <Button onClick={onBack}>{t('ui.back')}</Button>
        <Button type="submit" tone="main" busy={connecting.isWorking}>
          {t(submitText(connecting.isWorking, bySignIn))}
        </Button>
      </div>
    </form>
  )
}

function submitText(isWorking: boolean, bySignIn: boolean) {
  if (isWorking) return 'channels.connecting'
  return bySignIn ? 'channels.goSignIn' : 'channels.connectNow'
}

/** By sign-in, the network makes the token itself: nobody pastes one. */
function fieldsOf(kind: ChannelKind, bySignIn: boolean): readonly SettingField[] {
  return bySignIn ? kind.fields.filter((each) => each.kind !== 'secret') : kind.fields
}

function isAt(place: string | undefined): (field: SettingField) => boolean {
  return (field) => place === `settings.${field.name}`
}

interface NeedsStepProps {
  kind: ChannelKind
  bySignIn: boolean
  connecting: Connecting
  onSwitch: () => void
}

function NeedsStep({ kind, bySignIn, connecting, onSwitch }: NeedsStepProps) {
  const t = useText()
  const { form, failure } = connecting
  return (
    <ConnectStep number={2} title={t(kind.can.listens === 'pushed' ? 'channels.step.settings' : 'channels.step.key')}>
      <SettingFields
        fields={fieldsOf(kind, bySignIn)}
        values={form.values}
        change={connecting.change}
        sentenceFor={(name) => (failure.field === `settings.${name}` ? failure.sentence : undefined)}
      />
      {kind.signIn && (
        <Button tone="quiet" className="self-start" onClick={onSwitch}>
          {t(bySignIn ? 'channels.useToken' : 'channels.useSignIn', { kind: kind.label })}
        </Button>
      )}
    </ConnectStep>
  )
}

function TestStep({ connecting }: { connecting: Connecting }) {
  const t = useText()
  const { trial, test } = connecting
  return (
    <ConnectStep number={3} title={t('channels.step.test')}>
      <Button className="self-start" busy={trial.isPending} onClick={test}>
        {t(trial.isPending ? 'channels.testing' : 'channels.test')}
      </Button>
      {trial.data && <TrialOutcome trial={trial.data} />}
    </ConnectStep>
  )
}
