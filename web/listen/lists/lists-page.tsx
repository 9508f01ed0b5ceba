import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { ListRow } from '../../../contract/lists.ts'
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
import { Time } from '../../ui/time.tsx'
import { listsRequest } from './list-requests.ts'

/** The shared lists that queries name with `list:`. */
export function ListsPage() {
  const t = useText()
  const mayChange = useMay('topic.change')
  const navigate = useNavigate()
  const lists = useRequest(listsRequest, undefined)
  const create = (): void => void navigate({ to: '/lists/new' })
  useActions(mayChange ? [{ id: 'new-list', label: 'lists.new', group: 'list', keys: ['c'], run: create }] : [])
  return (
    <Page
      title={t('lists.title')}
      about={t('lists.about')}
      actions={
        mayChange && (
          <Button tone="main" shortcut="c" icon={<Plus size={14} aria-hidden="true" />} onClick={create}>
            {t('lists.new')}
          </Button>
        )
      }
    >
      <Link to="/topics" className="w-fit text-sm text-accent-text underline">
        {t('nav.topics')}
      </Link>
      {lists.isError && <LoadFailed error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.isPending && <SkeletonRows rows={3} height="var(--table-row)" />}
      {lists.data && <Lists lists={lists.data.items} />}
    </Page>
  )
}

function Lists({ lists }: { lists: readonly ListRow[] }) {
  const t = useText()
  const rows = useRowKeys<HTMLUListElement>()
  if (lists.length === 0) return <EmptyState title={t('lists.empty.title')}>{t('lists.empty.text')}</EmptyState>
  return (
    <ul ref={rows} className="flex flex-col">
      {lists.map((list) => (
        <li key={list.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5 text-sm">
          <span className="min-w-48 flex-1">
            <Link
              to="/lists/$id"
              params={{ id: list.id }}
              className="font-semibold text-ink hover:text-accent-text hover:underline"
            >
              {list.name}
            </Link>
            <span className="block text-xs text-ink-3">
              {list.usedBy.length === 0
                ? t('lists.unused')
                : t('lists.usedBy', { topics: list.usedBy.map(({ name }) => name).join(', ') })}
            </span>
          </span>
          <span className="text-ink-2">{t(`lists.kind.${list.kind}`)}</span>
          <span className="tabular w-28 text-ink-2">{t('lists.entries', { count: list.count })}</span>
          <span className="w-40 text-xs text-ink-3">
            <Time at={list.changedAt} /> {list.changedBy && t('topics.by', { name: list.changedBy.name })}
          </span>
        </li>
      ))}
    </ul>
  )
}
