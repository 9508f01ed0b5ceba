import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TopicView } from '../../../contract/topics.ts'
import { useMe } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { LoadFailed } from '../../ui/load-failed.tsx'
import { Page } from '../../ui/page.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { TopicForm } from './topic-form.tsx'
import { topicRequest } from './topic-requests.ts'

const address = getRouteApi('/shell/topics/$id')

/** One topic, to read and to change. */
export function TopicPage() {
  const t = useText()
  const { id } = address.useParams()
  const me = useMe()
  const topic = useRequest(topicRequest, { id })
  if (topic.data && me) return <KeptTopic key={id} topic={topic.data} ownId={me.colleague.id} />
  return (
    <Page title={t('topics.one')}>
      {topic.isError ? (
        <LoadFailed error={topic.error} onRetry={() => void topic.refetch()} />
      ) : (
        <SkeletonRows rows={4} height="var(--table-row)" />
      )}
    </Page>
  )
}

/** A new topic. */
export function NewTopicPage() {
  const me = useMe()
  const navigate = useNavigate()
  if (!me) return null
  const open = ({ id }: TopicView): void => void navigate({ to: '/topics/$id', params: { id }, replace: true })
  return <TopicForm base={undefined} ownId={me.colleague.id} onSaved={open} />
}

/**
 * While somebody types, a change made elsewhere waits: it shows when the form is saved (the server tells) or let go. An
 * untouched form follows at once.
 */
function KeptTopic({ topic, ownId }: { topic: TopicView; ownId: string }) {
  const [base, setBase] = useState(topic)
  const isTouched = useRef(false)
  const noteTouched = useCallback((touched: boolean) => {
    isTouched.current = touched
  }, [])
  useEffect(() => {
    if (!isTouched.current) setBase(topic)
  }, [topic])
  const takeTheirs = useCallback(() => setBase(topic), [topic])
  return (
    <TopicForm
      key={base.changedAt}
      base={base}
      ownId={ownId}
      onSaved={setBase}
      onTouched={noteTouched}
      onTakeTheirs={takeTheirs}
    />
  )
}
