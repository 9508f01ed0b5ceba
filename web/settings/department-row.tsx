import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { departmentView } from '../../contract/team.ts'
import { call } from '../live/client.ts'
import { askAgain, sentenceOf } from '../live/request.ts'
import { useText } from '../live/text.ts'
import { showToast } from '../live/toasts.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

type Department = z.infer<typeof departmentView>

/** A department: its name, who is in it, and how soon it answers. */
export function DepartmentRow({ department, mayChange }: { department: Department; mayChange: boolean }) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  if (isOpen) return <DepartmentForm department={department} onClose={() => setIsOpen(false)} />
  return (
    <li className="flex flex-wrap items-center gap-3 border-b border-line py-2.5">
      <span className="min-w-40 flex-1">
        <span className="block text-sm font-semibold">{department.name}</span>
        <span className="block text-xs text-ink-3">
          {department.colleagues.length === 0
            ? t('settings.departments.nobody')
            : department.colleagues.map(({ name }) => name).join(', ')}
        </span>
      </span>
      <span className="text-sm text-ink-2">
        {t('settings.departments.clocks', {
          first: hoursOf(department.firstReplyMinutes),
          next: hoursOf(department.nextReplyMinutes),
        })}
      </span>
      {mayChange && (
        <Button onClick={() => setIsOpen(true)} aria-label={t('settings.changeOf', { name: department.name })}>
          {t('ui.change')}
        </Button>
      )}
    </li>
  )
}

function DepartmentForm({ department, onClose }: { department: Department; onClose: () => void }) {
  const t = useText()
  const [name, setName] = useState(department.name)
  const [first, setFirst] = useState(String(hoursOf(department.firstReplyMinutes)))
  const [next, setNext] = useState(String(hoursOf(department.nextReplyMinutes)))
  const saving = useMutation({
    mutationFn: () =>
      call('PATCH', `/departments/${department.id}`, {
        body: { name, firstReplyMinutes: minutesOf(first), nextReplyMinutes: minutesOf(next) },
      }),
    onSuccess: async () => {
      showToast(t('settings.departments.saved', { name }))
      onClose()
      await askAgain(new Set(['department.changed']))
    },
  })
  return (
    <li className="border-b border-line py-3">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <div className="grid gap-3 tablet:grid-cols-3">
          <Field
            label={t('settings.name')}
            required
            maxLength={80}
            value={name}
            error={saving.isError ? sentenceOf(saving.error, t('ui.notSaved')) : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={t('settings.departments.first')}
            type="number"
            required
            min={0.1}
            max={720}
            step="any"
            value={first}
            onChange={(event) => setFirst(event.target.value)}
          />
          <Field
            label={t('settings.departments.next')}
            type="number"
            required
            min={0.1}
            max={720}
            step="any"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        </div>
        <div className="flex gap-2">
          <Button type="submit" tone="main" busy={saving.isPending}>
            {t('ui.save')}
          </Button>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
        </div>
      </form>
    </li>
  )
}

function hoursOf(minutes: number): number {
  return Math.round(minutes / 6) / 10
}

function minutesOf(hours: string): number {
  return Math.max(1, Math.round(Number(hours) * 60))
}
