import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useActions } from '../../live/actions.ts'
import { call } from '../../live/client.ts'
import { useSettled } from '../../live/settled.ts'
import { useRowKeys } from '../../live/row-keys.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Field } from '../../ui/field.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import type { PersonPage } from './people-requests.ts'
import { PersonRow } from './person-row.tsx'

const address = getRouteApi('/shell/people')
const restMilliseconds = 200

/** Everybody who talks with us or about us. */
export function PeoplePage() {
  const t = useText()
  const list = useRowKeys<HTMLUListElement>()
  const navigate = useNavigate()
  const { q = '' } = address.useSearch()
  const box = useRef<HTMLInputElement>(null)
  const people = usePeople(useSettled(q.trim(), restMilliseconds))
  const items = people.data?.pages.flatMap((page) => page.items) ?? []
  useActions([
    { id: 'filter-people', label: 'people.filter', group: 'list', keys: ['/'], run: () => box.current?.focus() },
  ])
  return (
    <Page title={t('nav.people')} about={t('people.about')}>
      <Field
        ref={box}
        label={t('people.filter')}
        hideLabel
        type="search"
        value={q}
        placeholder={t('people.filter')}
        className="max-w-md"
        onChange={(event) => void navigate({ to: '/people', search: { q: event.target.value }, replace: true })}
      />
      {people.isError && <LoadFailed error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <SkeletonRows rows={5} height="56px" />}
      {people.isSuccess && items.length === 0 && (
        <EmptyState title={t(q === '' ? 'people.empty.title' : 'people.noMatch', { words: q })}>
          {q === '' && t('people.empty.text')}
        </EmptyState>
      )}
      <ul ref={list} className="flex flex-col">
        {items.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {people.hasNextPage && (
        <Button className="self-center" busy={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
          {t('ui.loadMore')}
        </Button>
      )}
    </Page>
  )
}

function usePeople(words: string) {
  return useInfiniteQuery({
    queryKey: ['people', words],
    queryFn: ({ pageParam, signal }) =>
      call<PersonPage>('GET', '/people', { query: { q: words, after: pageParam, limit: 50 }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    meta: { changedBy: ['conversation.opened'] },
  })
}
