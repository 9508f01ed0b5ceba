import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { ListForm } from './list-form.tsx'
import { listRequest } from './list-requests.ts'

const address = getRouteApi('/shell/lists/$id')

/** One shared list, to read and to change. */
export function ListPage() {
  const t = useText()
  const { id } = address.useParams()
  const list = useRequest(listRequest, { id })
  if (list.data) return <ListForm key={id} list={list.data} onSaved={() => undefined} />
  return (
    <Page title={t('lists.one')}>
      {list.isError ? (
        <LoadFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <SkeletonRows rows={4} height="var(--table-row)" />
      )}
    </Page>
  )
}

/** A new shared list. */
export function NewListPage() {
  const navigate = useNavigate()
  return (
    <ListForm
      list={undefined}
      onSaved={({ id }) => void navigate({ to: '/lists/$id', params: { id }, replace: true })}
    />
  )
}
