import type { MeView } from '../../contract/team.ts'
import { useWorkspaceName } from '../live/rename-workspace.ts'
import { sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** What the company is called. */
export function CompanyStep({ me, onDone }: { me: MeView; onDone: () => void }) {
  const t = useText()
  const { name, setName, saving, submit } = useWorkspaceName(me.workspace.name, onDone)
  return (
    <form className="flex max-w-md flex-col gap-3" onSubmit={submit}>
      <Field
        label={t('enter.company')}
        required
        maxLength={120}
        value={name}
        error={saving.isError ? sentenceOf(saving.error, t('ui.notSaved')) : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" tone="main" className="self-start" busy={saving.isPending}>
        {t('first.company.save')}
      </Button>
    </form>
  )
}
