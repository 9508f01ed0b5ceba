import type { TopicView } from '../../../contract/topics.ts'
import { useText } from '../../live/text.ts'
import { Field } from '../../ui/field.tsx'

interface TopicQuotaProps {
  /** As typed. */
  value: string
  onChange: (value: string) => void
  quota: TopicView['quota'] | undefined
  error: string | undefined
  readOnly: boolean
}

/** How many matches of a day open conversations; above, all are counted and a sample is kept. */
export function TopicQuota({ value, onChange, quota, error, readOnly }: TopicQuotaProps) {
  const t = useText()
  const today = quota?.today
  return (
    <Field
      type="number"
      min={100}
      max={100_000}
      label={t('topics.quota')}
      value={value}
      readOnly={readOnly}
      placeholder="5000"
      error={error}
      help={today && today.oneIn > 1 ? t('topics.quota.today', today) : t('topics.quota.help')}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
