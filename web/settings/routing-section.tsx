import { useState } from 'react'
import { useMay } from '../live/me.ts'
import { useRequest } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { Button } from '../ui/button.tsx'
import { LoadFailed } from '../ui/load-failed.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { RuleForm } from './rule-form.tsx'
import { RuleRow } from './rule-row.tsx'
import { SettingsBlock } from './settings-block.tsx'
import { rulesRequest } from './settings-requests.ts'

/** The rules, from top to bottom; the first that fits places a conversation. */
export function RoutingSection() {
  const t = useText()
  const mayChange = useMay('rule.change')
  const [open, setOpen] = useState<string | null>(null)
  const rules = useRequest(rulesRequest, undefined)
  const items = rules.data?.items ?? []
  const close = (): void => setOpen(null)
  return (
    <SettingsBlock
      title={t('settings.rules')}
      about={t('settings.rules.about')}
      actions={
        mayChange && (
          <Button tone="main" onClick={() => setOpen('new')}>
            {t('settings.rules.new')}
          </Button>
        )
      }
    >
      {rules.isError && <LoadFailed error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <SkeletonRows rows={3} height="56px" />}
      <ol className="flex flex-col">
        {items.map((rule, index) =>
          open === rule.id ? (
            <li key={rule.id} className="border-b border-line py-3">
              <RuleForm rule={rule} onClose={close} />
            </li>
          ) : (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={index + 1}
              isLast={index === items.length - 1}
              mayChange={mayChange}
              onOpen={() => setOpen(rule.id)}
            />
          ),
        )}
        {open === 'new' && (
          <li className="border-b border-line py-3">
            <RuleForm rule={undefined} onClose={close} />
          </li>
        )}
      </ol>
      <p className="text-sm text-ink-2">{t('settings.rules.otherwise')}</p>
    </SettingsBlock>
  )
}
