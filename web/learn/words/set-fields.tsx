import { useMay } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Select } from '../../ui/select.tsx'
import { type SetChoice, type SetField, spans, type Span } from './word-search.ts'
import { channelsRequest, departmentsRequest, topicsRequest } from './words-request.ts'

interface SetFieldsProps {
  /** Which side, in words. */
  title: string
  choice: SetChoice
  onChoice: (choice: SetChoice) => void
}

const moods = ['negative', 'neutral', 'positive', 'unknown'] as const

/** Which posts one side of the comparison holds. */
export function SetFields({ title, choice, onChoice }: SetFieldsProps) {
  const t = useText()
  const topics = useRequest(topicsRequest, useMay('topic.read') ? undefined : null).data?.items ?? []
  const channels = useRequest(channelsRequest, useMay('channel.read') ? undefined : null).data?.items ?? []
  const departments = useRequest(departmentsRequest, undefined).data?.items ?? []
  const field = (name: SetField, choices: readonly { value: string; label: string }[]) => (
    <Select
      label={t(`words.${name}`)}
      value={choice[name] ?? ''}
      choices={[{ value: '', label: t(`words.${name}.any`) }, ...choices]}
      onPick={(value) => {
        const { [name]: _, ...rest } = choice
        onChoice(value === '' ? rest : { ...rest, [name]: value })
      }}
    />
  )
  return (
    <fieldset className="flex min-w-0 flex-1 flex-col gap-2 rounded-pane border border-line p-4">
      <legend className="px-1 text-md font-semibold">{title}</legend>
      <div className="grid grid-cols-1 gap-3 tablet:grid-cols-2">
        {field('topic', topics.map(named))}
        {field(
          'span',
          (Object.keys(spans) as Span[]).map((span) => ({ value: span, label: t(`words.span.${span}`) })),
        )}
        {field('channel', channels.map(named))}
        {field('department', departments.map(named))}
        {field(
          'sentiment',
          moods.map((mood) => ({ value: mood, label: t(`reading.is.${mood}`) })),
        )}
      </div>
    </fieldset>
  )
}

function named({ id, name }: { id: string; name: string }) {
  return { value: id, label: name }
}
