import { useMutation } from '@tanstack/react-query'
import type { RuleView } from '../../contract/rules.ts'
import { call } from '../live/client.ts'
import { useKeptForm } from '../live/kept-form.ts'
import { Refusal } from '../live/refusal.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { RuleFields } from './rule-fields.tsx'
import { bodyOfRule, fieldsOfRule } from './rule-fields-of.ts'

/** A rule being written or changed: when all that is given holds, then to whom. */
export function RuleForm({ rule, onClose }: { rule: RuleView | undefined; onClose: () => void }) {
  const t = useText()
  const { fields, change, forget } = useKeptForm(`rule.${rule?.id ?? 'new'}`, fieldsOfRule(rule))
  const done = async (): Promise<void> => {
    forget()
    showToast(t('settings.rules.saved'))
    onClose()
    await askAgain(new Set(['rule.changed']))
  }
  const saving = useMutation({
    mutationFn: () =>
      rule
        ? call('PATCH', `/rules/${rule.id}`, { body: bodyOfRule(fields) })
        : call('POST', '/rules', { body: bodyOfRule(fields) }),
    onSuccess: done,
  })
  const removing = useMutation({ mutationFn: () => call('DELETE', `/rules/${rule?.id}`), onSuccess: done })
  const failed = [saving, removing].find((each) => each.isError)
  const field = failed?.error instanceof Refusal ? failed.error.problem.field : undefined
  const sentence = failed ? sentenceOf(failed.error, t('ui.notSaved')) : undefined
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <RuleFields fields={fields} change={change} sentenceFor={(name) => (field === name ? sentence : undefined)} />
      {sentence !== undefined && field !== 'words' && field !== 'department' && (
        <Banner tone="danger">{sentence}</Banner>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="main" busy={saving.isPending}>
          {t('ui.save')}
        </Button>
        <Button
          onClick={() => {
            forget()
            onClose()
          }}
        >
          {t('ui.cancel')}
        </Button>
        {rule && (
          <Button tone="danger" className="ms-auto" busy={removing.isPending} onClick={() => removing.mutate()}>
            {t('settings.rules.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
