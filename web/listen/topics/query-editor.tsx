import { useId } from 'react'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { useActions } from '../../live/actions.ts'
import { useText } from '../../live/text.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { QueryBlocks } from './blocks/query-blocks.tsx'
import { useBlocks } from './blocks/use-blocks.ts'
import { QueryHelp } from './query-help.tsx'
import { QueryMistakes } from './query-mistakes.tsx'
import { QueryText } from './query-text.tsx'
import type { QueryCheck } from './use-query-check.ts'
import { useQueryFace } from './use-query-face.ts'

interface QueryEditorProps {
  query: string
  onChange: (query: string) => void
  check: QueryCheck
  /** Of exactly this text; empty while it is being looked at again. */
  diagnostics: readonly QueryDiagnostic[]
  /** What the server said when it was saved, where that was something else. */
  error?: string | undefined
  readOnly?: boolean
}

/** A query as text or as blocks: two views of one thing, with every mistake marked and said in a sentence. */
export function QueryEditor({ query, onChange, check, diagnostics, error, readOnly = false }: QueryEditorProps) {
  const t = useText()
  const id = useId()
  const [face, show] = useQueryFace()
  const { written, ...blocks } = useBlocks(query, check, onChange)
  const isWrong = Boolean(error) || diagnostics.some((diagnostic) => diagnostic.severity === 'error')
  const isBlocks = face === 'blocks'
  const atChips = new Set([...blocks.mistakes.values()].flat())
  const elsewhere = diagnostics.filter((diagnostic) => !atChips.has(diagnostic))
  useActions([
    {
      id: 'query-face',
      label: 'topics.face.switch',
      group: 'list',
      keys: ['mod+/'],
      inFields: true,
      run: () => show(isBlocks ? 'text' : 'blocks'),
    },
  ])
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <QueryName id={id} isBlocks={isBlocks} />
        <span className="flex items-center gap-2 text-ink-3">
          <Kbd keys="mod+/" className="max-desk:hidden" />
          <Tabs
            label={t('topics.face')}
            tabs={[
              { id: 'blocks', label: t('topics.face.blocks') },
              { id: 'text', label: t('topics.face.text') },
            ]}
            chosen={face}
            onChoose={(next) => show(next === 'blocks' ? 'blocks' : 'text')}
            panelId={`${id}-face`}
          />
        </span>
      </div>
      <div id={`${id}-face`} role="tabpanel" aria-label={t(`topics.face.${face}`)}>
        {!isBlocks && <QueryText {...{ id, query, onChange, diagnostics, isWrong, readOnly }} />}
        {isBlocks && written && <QueryBlocks {...blocks} {...{ written, readOnly }} onRepair={onChange} />}
        {isBlocks && !written && check.isCurrent && (
          <p className="rounded-row border border-line p-3 text-sm text-ink-2">{t('topics.blocks.unreadable')}</p>
        )}
      </div>
      <div id={`${id}-mistakes`} aria-live="polite">
        {error && <p className="text-xs text-danger-text">{error}</p>}
        <QueryMistakes diagnostics={isBlocks ? elsewhere : diagnostics} onRepair={readOnly ? undefined : onChange} />
      </div>
      <QueryHelp />
    </div>
  )
}

function QueryName({ id, isBlocks }: { id: string; isBlocks: boolean }) {
  const t = useText()
  if (isBlocks) return <span className="text-sm font-semibold">{t('topics.query')}</span>
  return (
    <label htmlFor={id} className="text-sm font-semibold">
      {t('topics.query')}
    </label>
  )
}
