import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { OptionList } from '../../ui/option-list.tsx'
import type { ChooserProps } from './choosing.ts'
import { handTo } from './conversation-acts.ts'
import { departmentsRequest } from './team-requests.ts'

/** Which department it should go to. */
export function DepartmentList({ ids, onClose }: ChooserProps) {
  const t = useText()
  const departments = useRequest(departmentsRequest, undefined).data?.items ?? []
  return (
    <OptionList
      label={t('actions.department')}
      placeholder={t('department.placeholder')}
      empty={t('department.empty')}
      options={departments.map(({ id, name }) => ({ id, label: name }))}
      onPick={({ id, label }) => {
        onClose()
        void handTo(ids, { id, name: label })
      }}
    />
  )
}
