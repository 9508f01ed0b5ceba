import { useRequest } from '../../live/request.ts'
import { departmentsRequest } from '../../live/team-requests.ts'
import { useText } from '../../live/text.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'

interface NameAndPlaceProps {
  name: string
  department: string
  onName: (name: string) => void
  onDepartment: (id: string) => void
  placeholder: string
  error: string | undefined
}

/** What a channel is called here, and whose it is. */
export function NameAndPlace({ name, department, onName, onDepartment, placeholder, error }: NameAndPlaceProps) {
  const t = useText()
  const departments = useRequest(departmentsRequest, undefined).data?.items ?? []
  return (
    <div className="grid gap-4 tablet:grid-cols-2">
      <Field
        label={t('channels.name')}
        value={name}
        maxLength={120}
        placeholder={placeholder}
        error={error}
        onChange={(event) => onName(event.target.value)}
      />
      <Select
        label={t('channels.department')}
        value={department}
        help={t('channels.department.help')}
        choices={[
          { value: '', label: t('channels.department.none') },
          ...departments.map(({ id, name: label }) => ({ value: id, label })),
        ]}
        onPick={onDepartment}
      />
    </div>
  )
}
