import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TopicView } from '../../../contract/topics.ts'
import { sentenceOf } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { DayBars } from '../../ui/day-bars.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Time } from '../../ui/time.tsx'
import { switchTopic } from './switch-topic.ts'

/** A topic in the list. On a phone its facts stand under one another. */
export function TopicRow({ topic }: { topic: TopicView }) {
  const t = useText()
  const count = topic.week.reduce((sum, day) => sum + day.matches, 0)
  const days = topic.week.map(({ day, matches }) => ({ day, count: matches }))
  return (
    <tr className="border-b border-line hover:bg-sunken max-tablet:flex max-tablet:flex-wrap max-tablet:items-center max-tablet:gap-x-3 max-tablet:gap-y-1 max-tablet:py-2">
      <th scope="row" className="px-2 py-2 text-start font-normal first:ps-0 max-tablet:w-full max-tablet:py-0">
        <Link
          to="/topics/$id"
          params={{ id: topic.id }}
          className="block font-semibold text-ink hover:text-accent-text hover:underline"
        >
          {topic.name}
        </Link>
        <span className="line-clamp-1 text-xs text-ink-3">{topic.purpose || t('topics.noPurpose')}</span>
        <TopicNotes topic={topic} />
      </th>
      <td className="px-2 py-2 max-tablet:p-0">
        <Chip>{t(`topics.kind.${topic.kind}`)}</Chip>
      </td>
      <td className="px-2 py-2 text-ink-2 max-tablet:p-0">{topic.owner?.name ?? t('ui.nobody')}</td>
      <td className="px-2 py-2 max-tablet:p-0">
        <Link
          to="/posts"
          search={{ topic: topic.id }}
          className="inline-flex items-end gap-2 rounded-chip text-ink-2 hover:text-accent-text"
          aria-label={t('topics.openMatches', { count, name: topic.name })}
        >
          <DayBars days={days} summary={t('topics.week', { count })} />
          <span className="tabular text-xs underline decoration-line-strong underline-offset-2">{count}</span>
        </Link>
      </td>
      <td className="px-2 py-2 text-ink-2 max-tablet:p-0">
        {topic.precision && (
          <span title={t('topics.precision.marks', topic.precision)}>
            {t('topics.precision', { count: Math.round(topic.precision.share * 10) })}
          </span>
        )}
      </td>
      <td className="px-2 py-2 text-xs text-ink-3 max-tablet:p-0">
        <Time at={topic.changedAt} /> {topic.changedBy && t('topics.by', { name: topic.changedBy.name })}
      </td>
      <td className="px-2 py-2 max-tablet:p-0">
        <TopicSwitch topic={topic} />
      </td>
    </tr>
  )
}

/** What deserves a look: warnings of the query, examples that fail, a flow so large that only a part is kept. */
function TopicNotes({ topic }: { topic: TopicView }) {
  const t = useText()
  const { warnings, examples, quota } = topic
  const failing = examples?.failing ?? 0
  const oneIn = quota?.today.oneIn ?? 1
  return (
    <span className="flex flex-wrap gap-1 empty:hidden">
      {warnings.length > 0 && <Chip tone="warn">{t('topics.warnings', { count: warnings.length })}</Chip>}
      {failing > 0 && <Chip tone="danger">{t('topics.examples.failing', { count: failing })}</Chip>}
      {oneIn > 1 && <Chip tone="warn">{t('topics.sampled', { count: oneIn })}</Chip>}
    </span>
  )
}

function TopicSwitch({ topic }: { topic: TopicView }) {
  const t = useText()
  const turning = useMutation({ mutationFn: (on: boolean) => switchTopic(topic, on) })
  return (
    <span className="flex flex-col">
      <Switch
        hideLabel
        label={t('topics.listens', { name: topic.name })}
        on={topic.on}
        onChange={(on) => turning.mutate(on)}
        blocked={topic.may.change ? undefined : t('topics.mayNotChange')}
      />
      {turning.isError && (
        <span role="alert" className="max-w-56 text-xs text-danger-text">
          {sentenceOf(turning.error, t('ui.notDone'))}
        </span>
      )}
    </span>
  )
}
