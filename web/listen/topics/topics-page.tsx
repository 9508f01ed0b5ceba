import { Link, useNavigate } from '@tanstack/react-router'
import { ListTree, Plus } from 'lucide-react'
import type { TopicView } from '../../../contract/topics.ts'
import { useActions } from '../../live/actions.ts'
import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { useRowKeys } from '../../live/row-keys.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { topicsRequest } from './topic-requests.ts'
import { TopicRow } from './topic-row.tsx'

/** What we listen for. */
export function TopicsPage() {
  const t = useText()
  const mayChange = useMay('topic.change')
  const navigate = useNavigate()
  const topics = useRequest(topicsRequest, undefined)
  const create = (): void => void navigate({ to: '/topics/new' })
  useActions(mayChange ? [{ id: 'new-topic', label: 'topics.new', group: 'list', keys: ['c'], run: create }] : [])
  return (
    <Page
      wide
      title={t('nav.topics')}
      about={t('topics.about')}
      actions={
        <>
          <Link
            to="/lists"
            className="inline-flex h-control items-center gap-1.5 rounded-control px-3 text-sm text-ink-2 hover:bg-sunken"
          >
            <ListTree size={14} aria-hidden="true" />
            {t('lists.title')}
          </Link>
          {mayChange && (
            <Button tone="main" shortcut="c" icon={<Plus size={14} aria-hidden="true" />} onClick={create}>
              {t('topics.new')}
            </Button>
          )}
        </>
      }
    >
      {topics.isError && <LoadFailed error={topics.error} onRetry={() => void topics.refetch()} />}
      {topics.isPending && <SkeletonRows rows={4} height="var(--table-row)" />}
      {topics.data && <TopicList topics={topics.data.items} />}
    </Page>
  )
}

function TopicList({ topics }: { topics: readonly TopicView[] }) {
  const list = useRowKeys<HTMLDivElement>()
  const t = useText()
  if (topics.length === 0)
    return (
      <EmptyState
        title={t('topics.empty.title')}
        actions={
          <Link to="/topics/new" className="text-md text-accent-text underline">
            {t('topics.new')}
          </Link>
        }
      >
        {t('topics.empty.text')}
      </EmptyState>
    )
  return (
    <div ref={list} className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('nav.topics')}>
      <table className="w-full border-collapse text-sm max-tablet:block">
        <thead className="text-xs text-ink-3 max-tablet:sr-only">
          <tr className="border-b border-line text-start">
            {(['name', 'kind', 'owner', 'week', 'right', 'changed', 'on'] as const).map((column) => (
              <th key={column} scope="col" className="px-2 py-2 text-start font-medium first:ps-0">
                {t(`topics.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-tablet:block">
          {topics.map((topic) => (
            <TopicRow key={topic.id} topic={topic} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
