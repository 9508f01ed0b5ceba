import { useMe } from '../../live/me.ts'
import { useRequest } from '../../live/request.ts'
import { useText } from '../../live/text.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { OptionList } from '../../ui/option-list.tsx'
import type { ChooserProps } from './choosing.ts'
import { assign } from './conversation-acts.ts'
import { conversations } from './conversation-store.ts'
import { colleaguesRequest } from './team-requests.ts'

/** Who should have it: me first, then those of its department, then the others, then nobody. */
export function AssignList({ ids, onClose }: ChooserProps) {
  const t = useText()
  const me = useMe()
  const colleagues = useRequest(colleaguesRequest, undefined).data?.items ?? []
  const department = conversations.read(ids[0] ?? '')?.department?.id
  const here = colleagues.filter((colleague) => colleague.leftAt === null && colleague.id !== me?.colleague.id)
  const isNear = (colleague: (typeof here)[number]): boolean =>
    colleague.grants.some((grant) => grant.department !== null && grant.department.id === department)
  const people = [...here.filter(isNear), ...here.filter((colleague) => !isNear(colleague))]
  const options = [
    ...(me
      ? [
          {
            id: me.colleague.id,
            label: me.colleague.name,
            hint: t('assign.me'),
            icon: <Avatar name={me.colleague.name} size="sm" />,
          },
        ]
      : []),
    ...people.map(({ id, name, grants }) => ({
      id,
      label: name,
      hint: grants
        .map((grant) => grant.department?.name)
        .filter(Boolean)
        .join(', '),
      icon: <Avatar name={name} size="sm" />,
    })),
    { id: 'nobody', label: t('assign.nobody'), hint: '', icon: <span className="w-5" /> },
  ]
  return (
    <OptionList
      label={t('actions.assign')}
      placeholder={t('assign.placeholder')}
      empty={t('assign.empty')}
      options={options}
      onPick={({ id, label }) => {
        onClose()
        void assign(ids, id === 'nobody' ? null : { id, name: label })
      }}
    />
  )
}
