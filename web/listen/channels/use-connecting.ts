import { useMutation } from '@tanstack/react-query'
import type { ChannelKind } from '../../../contract/channels.ts'
import { call } from '../../live/client.ts'
import { askAgain, sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import type { ChannelMade, ChannelTrial } from './channel-requests.ts'
import { fieldOf } from './setting-sentence.ts'
import { type SettingValues, settingsOf } from './setting-values.ts'
import { useConnectFields } from './use-connect-fields.ts'

export type Connecting = ReturnType<typeof useConnecting>

/** Testing and connecting a channel. What the network has against it is said at the field where it is. */
export function useConnecting(kind: ChannelKind, onConnected: (channel: ChannelMade) => void) {
  const t = useText()
  const form = useConnectFields(kind)
  const trial = useMutation({
    mutationFn: () =>
      call<ChannelTrial>('POST', '/channel-trials', {
        body: { kind: kind.kind, settings: settingsOf(kind.fields, form.values) },
      }),
  })
  const connecting = useMutation({
    mutationFn: () => call<ChannelMade>('POST', '/channels', { body: form.body(trial.data?.account) }),
    onSuccess: (channel) => {
      form.forget()
      onConnected(channel)
      void askAgain(new Set(['channel.connected']))
    },
  })
  const signingIn = useMutation({
    mutationFn: () => call<{ url: string }>('POST', '/channel-sign-ins', { body: form.signInBody() }),
    onSuccess: ({ url }) => location.assign(url),
  })
  const forgetAnswers = (): void => [trial, connecting, signingIn].forEach((each) => each.reset())
  const begin = (what: { mutate: () => void }): void => {
    if (what !== connecting) trial.reset()
    for (const other of [connecting, signingIn]) other.reset()
    what.mutate()
  }
  const failed = [connecting, signingIn, trial].find((each) => each.isError)?.error
  return {
    form,
    trial,
    test: () => begin(trial),
    connect: () => begin(connecting),
    signIn: () => begin(signingIn),
    isWorking: connecting.isPending || signingIn.isPending,
    change: (part: SettingValues) => {
      forgetAnswers()
      form.change(part)
    },
    failure: { field: fieldOf(failed), sentence: failed ? sentenceOf(failed, t('ui.notDone')) : undefined },
  }
}
