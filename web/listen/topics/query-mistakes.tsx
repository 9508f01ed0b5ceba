import { CircleAlert, TriangleAlert } from 'lucide-react'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { textOr, useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'

interface QueryMistakesProps {
  diagnostics: readonly QueryDiagnostic[]
  onRepair: ((query: string) => void) | undefined
  /** They stand at what they are about. */
  withoutPlace?: boolean
}

/** What is wrong with a query, sentence by sentence, each with its place and its repair. */
export function QueryMistakes({ diagnostics, onRepair, withoutPlace }: QueryMistakesProps) {
  const t = useText()
  if (diagnostics.length === 0) return null
  return (
    <ul className="flex flex-col gap-1">
      {diagnostics.map(({ severity, code, line, column, message, repair }) => {
        const Icon = severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li key={`${code} ${line} ${column}`} className="flex items-start gap-2 text-sm">
            <Icon
              size={14}
              aria-label={t(severity === 'error' ? 'topics.mistake' : 'topics.look')}
              className={classNames('mt-1 shrink-0', severity === 'error' ? 'text-danger-text' : 'text-warn-text')}
            />
            <span className="min-w-0 flex-1">
              {textOr(`query.${code}`, message)}{' '}
              {!withoutPlace && <span className="text-xs text-ink-3">{t('topics.place', { line, column })}</span>}
            </span>
            {repair !== undefined && onRepair && (
              <button
                type="button"
                title={repair}
                onClick={() => onRepair(repair)}
                className="min-h-6 shrink-0 rounded-chip px-1.5 text-xs font-semibold text-accent-text underline hover:bg-sunken touch:min-h-11"
              >
                {t('topics.repair')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
