import { useMay } from '../live/me.ts'
import { useRequest } from '../live/request.ts'
import { colleaguesRequest, departmentsRequest } from '../live/team-requests.ts'
import { useText } from '../live/text.ts'
import { LoadFailed } from '../ui/load-failed.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { ColleagueRow } from './colleague-row.tsx'
import { DepartmentRow } from './department-row.tsx'
import { Invitations } from './invitations.tsx'
import { SettingsBlock } from './settings-block.tsx'

/** Who is here, who is invited, and how soon the departments answer. */
export function TeamSection() {
  const t = useText()
  const mayChange = useMay('team.change')
  const colleagues = useRequest(colleaguesRequest, undefined)
  const departments = useRequest(departmentsRequest, undefined)
  return (
    <>
      <SettingsBlock title={t('settings.colleagues')}>
        {colleagues.isError && <LoadFailed error={colleagues.error} onRetry={() => void colleagues.refetch()} />}
        {colleagues.isPending && <SkeletonRows rows={3} height="56px" />}
        <ul className="flex flex-col">
          {colleagues.data?.items.map((colleague) => (
            <ColleagueRow
              key={colleague.id}
              colleague={colleague}
              departments={departments.data?.items ?? []}
              mayChange={mayChange}
            />
          ))}
        </ul>
      </SettingsBlock>
      {mayChange && <Invitations departments={departments.data?.items ?? []} />}
      <SettingsBlock title={t('settings.departments')} about={t('settings.departments.about')}>
        {departments.isError && <LoadFailed error={departments.error} onRetry={() => void departments.refetch()} />}
        {departments.isPending && <SkeletonRows rows={3} height="56px" />}
        <ul className="flex flex-col">
          {departments.data?.items.map((department) => (
            <DepartmentRow key={department.id} department={department} mayChange={mayChange} />
          ))}
        </ul>
      </SettingsBlock>
    </>
  )
}
