import type { z } from 'zod'
import type { channelPage } from '../../../contract/channels.ts'
import type { topicPage } from '../../../contract/topics.ts'
import { useMay } from '../../live/me.ts'
import { request, useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { fitsWords } from '../../ui/option-list.tsx'
import { colleaguesRequest, departmentsRequest } from '../conversations/team-requests.ts'
import type { FilterName } from './inbox-search.ts'

const topicsRequest = request<z.infer<typeof topicPage>>({ path: '/topics?limit=200', changedBy: ['topic.'] })
const channelsRequest = request<z.infer<typeof channelPage>>({ path: '/channels?limit=200', changedBy: ['channel.'] })

export interface FilterChoice {
  name: FilterName
  value: string
  label: string
  /** The pair one may type for it, e.g. `topic:`. */
  pair: string
}

const turns = ['ours', 'theirs', 'resting', 'ended', 'set_aside'] as const
const moods = ['negative', 'neutral', 'positive', 'unknown'] as const

/** Everything a list can be narrowed by, with its name in words. */
export function useFilterChoices(): readonly FilterChoice[] {
  const t = useText()
  const mayTopics = useMay('topic.read')
  const mayChannels = useMay('channel.read')
  const departments = itemsOf(useRequest(departmentsRequest, undefined))
  const colleagues = itemsOf(useRequest(colleaguesRequest, undefined))
  const topics = itemsOf(useRequest(topicsRequest, mayTopics ? undefined : null))
  const channels = itemsOf(useRequest(channelsRequest, mayChannels ? undefined : null))
  return [
    ...moods.map((mood) => choice('sentiment', 'sentiment', { id: mood, name: t(`reading.is.${mood}`) })),
    ...turns.map((turn) => choice('turn', 'turn', { id: turn, name: t(`turn.${turn}`) })),
    ...topics.map((topic) => choice('topic', 'topic', topic)),
    ...departments.map((department) => choice('department', 'department', department)),
    choice('assignee', 'assignee', { id: 'me', name: t('filter.me') }),
    choice('assignee', 'assignee', { id: 'nobody', name: t('assign.nobody') }),
    ...colleagues.map((colleague) => choice('assignee', 'assignee', colleague)),
    ...channels.map((channel) => choice('channel', 'in', channel)),
  ]
}

function choice(name: FilterName, pair: string, { id, name: label }: { id: string; name: string }): FilterChoice {
  return { name, value: id, label, pair }
}

function itemsOf<Item>(answer: { data?: { items: readonly Item[] } | undefined }): readonly Item[] {
  return answer.data?.items ?? []
}

/** The choice a typed pair means: `topic:deliv` is the first topic with that in its name. */
export function findChoice(choices: readonly FilterChoice[], pair: string, value: string): FilterChoice | undefined {
  const sought = choices.filter((each) => each.pair === pair || each.name === pair)
  return (
    sought.find((each) => each.value === value.toLowerCase()) ?? sought.find((each) => fitsWords(each.label, value))
  )
}
