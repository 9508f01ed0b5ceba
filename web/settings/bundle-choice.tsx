import { useText } from '../live/text.ts'
import { Select } from '../ui/select.tsx'

export const bundles = ['owner', 'admin', 'lead', 'agent'] as const
export type Bundle = (typeof bundles)[number]

interface BundleChoiceProps {
  bundle: Bundle
  departmentIds: readonly string[]
  departments: readonly { id: string; name: string }[]
  onChange: (next: { bundle: Bundle; departmentIds: string[] }) => void
  error?: string | undefined
}

/** What somebody may do, and for which departments. */
export function BundleChoice({ bundle, departmentIds, departments, onChange, error }: BundleChoiceProps) {
  const t = useText()
  const isPerDepartment = bundle === 'lead' || bundle === 'agent'
  const toggle = (id: string): void => {
    const next = departmentIds.includes(id) ? departmentIds.filter((each) => each !== id) : [...departmentIds, id]
    onChange({ bundle, departmentIds: next })
  }
  return (
    <div className="flex flex-col gap-3">
      <Select
        label={t('settings.bundle')}
        value={bundle}
        help={t(`settings.bundle.${bundle}.means`)}
        choices={bundles.map((value) => ({ value, label: t(`settings.bundle.${value}`) }))}
        onPick={(picked) => {
          const next = bundles.find((value) => value === picked)
          if (next) onChange({ bundle: next, departmentIds: [...departmentIds] })
        }}
      />
      {isPerDepartment && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-semibold">{t('settings.departments')}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {departments.map((department) => (
              <label key={department.id} className="inline-flex min-h-6 items-center gap-2 text-sm touch:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 accent-(--accent)"
                  checked={departmentIds.includes(department.id)}
                  onChange={() => toggle(department.id)}
                />
                {department.name}
              </label>
            ))}
          </div>
          {error !== undefined && (
            <p role="alert" className="text-xs text-danger-text">
              {error}
            </p>
          )}
        </fieldset>
      )}
    </div>
  )
}
