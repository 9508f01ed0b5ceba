import { useMutation } from '@tanstack/react-query'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { RuleView } from '../../contract/rules.ts'
import { call } from '../live/client.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { rememberUndo } from '../live/undo.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Switch } from '../ui/switch.tsx'
import { conditionsOf } from './rule-words.ts'

interface RuleRowProps {
  rule: RuleView
  place: number
  isLast: boolean
  mayChange: boolean
  onOpen: () => void
}

const changed = new Set(['rule.changed'])

/** A rule in its place. It moves by its arrows, or by Alt and the arrow keys. */
export function RuleRow({ rule, place, isLast, mayChange, onOpen }: RuleRowProps) {
  const t = useText()
  const path = `/rules/${rule.id}`
  const change = (body: object) => call('PATCH', path, { body }).then(() => askAgain(changed))
  const fail = (error: unknown): void => void showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
  const moving = useMutation({
    mutationFn: (to: number) => change({ position: to }),
    onError: fail,
    onSuccess: (_answer, to) =>
      void rememberUndo(t('settings.rules.moved', { place: to }), () => void change({ position: place }).catch(fail)),
  })
  const turning = useMutation({ mutationFn: (on: boolean) => change({ on }), onError: fail })
  const move = (by: number): void => {
    if ((by < 0 && place > 1) || (by > 0 && !isLast)) moving.mutate(place + by)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!mayChange || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }
  const conditions = conditionsOf(rule, t)
  const name = conditions.join(', ')
  return (
    <li onKeyDown={onKeyDown} className="flex flex-wrap items-center gap-3 border-b border-line py-2.5">
      <span className="tabular w-5 text-sm text-ink-3">{place}</span>
      <div className={classNames('min-w-60 flex-1 text-sm', !rule.on && 'text-ink-3')}>
        <p>
          {conditions.map((condition, index) => (
            <span key={condition}>
              {index > 0 && <span className="text-ink-3"> {t('settings.rule.and')} </span>}
              {condition}
            </span>
          ))}
        </p>
        <p className="font-semibold">
          {rule.assignee
            ? t('settings.rule.toPerson', { department: rule.department.name, name: rule.assignee.name })
            : t('settings.rule.to', { department: rule.department.name })}
        </p>
        <p className="text-xs text-ink-3">{t('settings.rule.placed', { count: rule.placed })}</p>
      </div>
      {mayChange && (
        <span className="flex items-center gap-1">
          <Switch
            hideLabel
            label={t('settings.rule.on', { name })}
            on={rule.on}
            onChange={(on) => turning.mutate(on)}
          />
          <IconButton
            label={t('settings.rules.up', { name })}
            shortcut="alt+arrowup"
            disabled={place === 1}
            icon={<ArrowUp size={16} aria-hidden="true" />}
            onClick={() => move(-1)}
          />
          <IconButton
            label={t('settings.rules.down', { name })}
            shortcut="alt+arrowdown"
            disabled={isLast}
            icon={<ArrowDown size={16} aria-hidden="true" />}
            onClick={() => move(1)}
          />
          <Button onClick={onOpen} aria-label={t('settings.changeOf', { name })}>
            {t('ui.change')}
          </Button>
        </span>
      )}
    </li>
  )
}
