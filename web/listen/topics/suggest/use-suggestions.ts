import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { wordAnswer } from '../../../../contract/words.ts'
import { call } from '../../../live/client.ts'
import { useCell } from '../../../live/cell.ts'
import { type Request, request, useRequest } from '../../../live/request.ts'
import { useSettled } from '../../../live/settled.ts'
import { shortNumber } from '../../../live/tell-number.ts'
import { type TextKey, language, useText } from '../../../live/text.ts'
import { listsRequest } from '../../lists/list-requests.ts'
import { topicsRequest } from '../topic-requests.ts'
import { queryFields } from './query-fields.ts'
import { type Say, type Suggestion, suggest } from './suggestions.ts'
import type { TokenAtCaret } from './token-at.ts'

const kindsRequest = request<{ items: { kind: string; label: string }[] }>({ path: '/channel-kinds', changedBy: [] })

type WordAnswer = z.infer<typeof wordAnswer>

const fewestLetters = 2
const restMilliseconds = 120

/** What can stand at the caret: fields and their values, lists, topics, and words that people often use. */
export function useSuggestions(token: TokenAtCaret | undefined): Suggestion[] {
  const field = token?.field
  const channels = useItems(kindsRequest, field === 'channel')
  const lists = useItems(listsRequest, field === 'list')
  const topics = useItems(topicsRequest, field === 'topic')
  const words = useFrequentWords(token && field === undefined ? token.text : '')
  const say = useSay()
  return token ? suggest(token, { channels, lists, topics, words }, say) : []
}

function useItems<Item>(asked: Request<{ items: Item[] }, void>, isWanted: boolean): Item[] {
  return useRequest(asked, isWanted ? undefined : null).data?.items ?? []
}

/** All fields, for where only fields make sense. */
export function useFieldSuggestions(): Suggestion[] {
  const say = useSay()
  return Object.keys(queryFields).map((name) => ({
    id: `${name}:`,
    insert: `${name}:`,
    label: `${name}:`,
    hint: say.field(name),
  }))
}

function useFrequentWords(typed: string): WordAnswer['items'] {
  const prefix = useSettled(typed.toLowerCase(), restMilliseconds)
  const isAsked = prefix.length >= fewestLetters && /^[#@]?[\p{L}\p{N}_]+$/u.test(prefix)
  const words = useQuery({
    queryKey: ['frequent-words', prefix],
    queryFn: ({ signal }) => call<WordAnswer>('GET', '/words', { query: { prefix }, signal }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
    // While the server still counts, it is asked anew each time.
    staleTime: ({ state }) => (state.data?.looked === 0 ? 0 : 300_000),
    retry: false,
  })
  return isAsked ? (words.data?.items ?? []) : []
}

function useSay(): Say {
  const t = useText()
  const locale = useCell(language)
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return {
    field: (name) => t(`topics.field.${name}` as TextKey),
    entries: (count) => t('lists.entries', { count }),
    posts: (count) => t('topics.suggest.posts', { count: shortNumber(count, locale) }),
    language: (code) => names.of(code) ?? code,
  }
}
