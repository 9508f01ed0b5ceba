import { useRequest } from '../live/request.ts'
import { colleaguesRequest, departmentsRequest } from '../live/team-requests.ts'
import { useText } from '../live/text.ts'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import type { RuleFieldValues } from './rule-fields-of.ts'
import { moods } from './rule-words.ts'
import { channelNamesRequest, topicNamesRequest } from './settings-requests.ts'

interface RuleFieldsProps {
  fields: RuleFieldValues
  change: (part: Partial<RuleFieldValues>) => void
  sentenceFor: (name: string) => string | undefined
}

interface Named {
  id: string
  name: string
}

function choicesOf(things: readonly Named[], first: string) {
  return [{ value: '', label: first }, ...things.map(({ id, name }) => ({ value: id, label: name }))]
}

/** When, and then to whom. How many followers somebody has is not offered. */
export function RuleFields({ fields, change, sentenceFor }: RuleFieldsProps) {
  const t = useText()
  const topics = useRequest(topicNamesRequest, undefined).data?.items ?? []
  const channels = useRequest(channelNamesRequest, undefined).data?.items ?? []
  const departments = useRequest(departmentsRequest, undefined).data?.items ?? []
  const colleagues = useRequest(colleaguesRequest, undefined).data?.items ?? []
  const any = t('settings.rule.any')
  return (
    <>
      <fieldset className="grid gap-3 tablet:grid-cols-2">
        <legend className="mb-2 text-sm text-ink-2">{t('settings.rule.when')}</legend>
        <Select
          label={t('topics.one')}
          value={fields.topic}
          choices={choicesOf(topics, any)}
          onPick={(topic) => change({ topic })}
        />
        <Select
          label={t('channels.one')}
          value={fields.channel}
          choices={choicesOf(channels, any)}
          onPick={(channel) => change({ channel })}
        />
        <Select
          label={t('settings.rule.moodLabel')}
          value={fields.sentiment}
          choices={[
            { value: '', label: any },
            ...moods.map((mood) => ({ value: mood, label: t(`settings.mood.${mood}`) })),
          ]}
          onPick={(sentiment) => change({ sentiment })}
        />
        <Field
          label={t('settings.rule.wordsLabel')}
          value={fields.words}
          placeholder={t('settings.rule.wordsPlaceholder')}
          error={sentenceFor('words')}
          onChange={(event) => change({ words: event.target.value })}
        />
      </fieldset>
      <fieldset className="grid gap-3 tablet:grid-cols-2">
        <legend className="mb-2 text-sm text-ink-2">{t('settings.rule.then')}</legend>
        <Select
          label={t('settings.rule.department')}
          required
          value={fields.department}
          error={sentenceFor('department')}
          choices={choicesOf(departments, t('settings.rule.choose'))}
          onPick={(department) => change({ department })}
        />
        <Select
          label={t('settings.rule.assignee')}
          value={fields.assigneeId}
          choices={choicesOf(
            colleagues.filter((each) => each.leftAt === null),
            t('settings.rule.nobody'),
          )}
          onPick={(assigneeId) => change({ assigneeId })}
        />
      </fieldset>
    </>
  )
}
