import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { conversationPage } from '../../contract/conversations.ts'
import type { MeView } from '../../contract/team.ts'
import { channelsRequest } from '../listen/channels/channel-requests.ts'
import { topicsRequest } from '../listen/topics/topic-requests.ts'
import { call } from '../live/client.ts'
import { meRequest, useMe } from '../live/me.ts'
import { keepAnswer, request, useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ChannelStep } from './channel-step.tsx'
import { CompanyStep } from './company-step.tsx'
import { FirstStep } from './first-step.tsx'
import { MatchStep } from './match-step.tsx'
import { TopicStep } from './topic-step.tsx'

const newestRequest = request<z.infer<typeof conversationPage>>({
  path: '/conversations?view=all&limit=1',
  changedBy: ['conversation.', 'message.'],
})

type StepName = 'company' | 'topic' | 'channel' | 'match'
const steps: readonly StepName[] = ['company', 'topic', 'channel', 'match']

/** From nothing to the first match in four steps. All stand on one page and can be done in any order. */
export function FirstStepsPage() {
  const me = useMe()
  return me ? <FirstSteps me={me} /> : null
}

function FirstSteps({ me }: { me: MeView }) {
  const t = useText()
  const [chosen, setChosen] = useState<StepName | null>(null)
  const { topics, channels, first, isDone } = useProgress(me)
  const closing = useClosing()
  if (!topics || !channels) return <Page title={t('first.title')}>{null}</Page>
  const open = chosen ?? steps.find((step) => !isDone[step]) ?? 'match'
  const goOn = (): void => setChosen(null)
  const contents: Record<StepName, ReactNode> = {
    company: <CompanyStep me={me} onDone={goOn} />,
    topic: <TopicStep company={me.workspace.name} made={topics[0]} onDone={goOn} />,
    channel: <ChannelStep channels={channels} onStay={() => setChosen('channel')} onDone={goOn} />,
    match: <MatchStep first={first} isListening={isDone.topic && isDone.channel} />,
  }
  return (
    <Page
      title={t('first.title')}
      about={t('first.about')}
      actions={
        <Button tone={isDone.match ? 'main' : 'plain'} busy={closing.isPending} onClick={() => closing.mutate()}>
          {t(isDone.match ? 'first.close' : 'first.skipAll')}
        </Button>
      }
    >
      {steps.map((step, index) => (
        <FirstStep
          key={step}
          number={index + 1}
          title={t(`first.${step}`)}
          about={t(`first.${step}.text`)}
          isDone={isDone[step]}
          isOpen={open === step}
          onOpen={() => setChosen(step)}
        >
          {contents[step]}
        </FirstStep>
      ))}
    </Page>
  )
}

/** What of the first steps is there already; it follows live. */
function useProgress(me: MeView) {
  const topics = useRequest(topicsRequest, undefined).data?.items
  const channels = useRequest(channelsRequest, undefined).data?.items
  const first = useRequest(newestRequest, undefined).data?.items[0]
  const isDone: Record<StepName, boolean> = {
    company: me.firstRun.company || me.workspace.name !== '',
    topic: (topics ?? []).length > 0,
    channel: (channels ?? []).length > 0,
    match: first !== undefined,
  }
  return { topics, channels, first, isDone }
}

function useClosing() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => call<MeView>('PATCH', '/workspace', { body: { firstRunClosed: true } }),
    onSuccess: (next) => {
      keepAnswer(meRequest, undefined, next)
      void navigate({ to: '/inbox' })
    },
  })
}
