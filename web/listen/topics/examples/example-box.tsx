import { useRequest } from '../../../live/request.ts'
import { useText } from '../../../live/text.ts'
import { LoadFailed } from '../../../ui/load-failed.tsx'
import { ExampleGroup } from './example-group.tsx'
import { examplesRequest } from './example-requests.ts'
import { useExampleCheck } from './use-example-check.ts'

interface ExampleBoxProps {
  topicId: string | undefined
  query: string
  readOnly: boolean
}

/** Posts in words that the query must find, and must not find: kept as tests of the topic. */
export function ExampleBox({ topicId, query, readOnly }: ExampleBoxProps) {
  const t = useText()
  const kept = useRequest(examplesRequest, topicId === undefined ? null : { id: topicId })
  const checked = useExampleCheck(topicId, query)
  if (topicId === undefined) return <p className="text-sm text-ink-3">{t('topics.examples.later')}</p>
  const found = new Map(checked.map((example) => [example.id, example]))
  const examples = (kept.data?.items ?? []).map((example) => ({ ...example, now: found.get(example.id) }))
  const failing = checked.filter((example) => example.found !== example.mustMatch).length
  return (
    <section aria-labelledby="examples-title" className="flex flex-col gap-2">
      <h2 id="examples-title" className="text-sm font-semibold">
        {t('topics.examples')}
      </h2>
      {kept.isError && <LoadFailed error={kept.error} onRetry={() => void kept.refetch()} />}
      {failing > 0 && (
        <p role="status" className="text-sm text-danger-text">
          {t('topics.examples.failing', { count: failing })}
        </p>
      )}
      {([true, false] as const).map((mustMatch) => (
        <ExampleGroup
          key={String(mustMatch)}
          topicId={topicId}
          mustMatch={mustMatch}
          examples={examples.filter((example) => example.mustMatch === mustMatch)}
          readOnly={readOnly}
        />
      ))}
    </section>
  )
}
