import { useWorkspaceName } from '../live/rename-workspace.ts'
import { sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { SettingsBlock } from './settings-block.tsx'

/** What the workspace is called: the company. */
export function WorkspaceName({ name: kept }: { name: string }) {
  const t = useText()
  const { name, setName, saving, submit } = useWorkspaceName(kept, () => showToast(t('settings.workspace.saved')))
  return (
    <SettingsBlock title={t('settings.workspace')}>
      <form className="flex max-w-md flex-col gap-3" onSubmit={submit}>
        <Field
          label={t('enter.company')}
          required
          maxLength={120}
          value={name}
          error={saving.isError ? sentenceOf(saving.error, t('ui.notSaved')) : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" className="self-start" busy={saving.isPending}>
          {t('ui.save')}
        </Button>
      </form>
    </SettingsBlock>
  )
}
