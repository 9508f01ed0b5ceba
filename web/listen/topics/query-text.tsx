import { type ReactNode, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { QueryDiagnostic } from '../../../contract/query.ts'
import { useText } from '../../live/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { fieldLook } from '../../ui/field.tsx'
import { cutQuery, placesOf } from './query-places.ts'
import { SuggestionList } from './suggest/suggestion-list.tsx'
import { replaceToken, tokenAt } from './suggest/token-at.ts'
import { useCombobox } from './suggest/use-combobox.ts'
import { useSuggestions } from './suggest/use-suggestions.ts'

interface QueryTextProps {
  id: string
  query: string
  onChange: (query: string) => void
  diagnostics: readonly QueryDiagnostic[]
  isWrong: boolean
  readOnly: boolean
}

/** In pixels. */
const listWidth = 290
const lineHeight = 26

const lines = 'px-2.5 py-2 font-mono text-sm leading-6 whitespace-pre-wrap break-words'

/** A query as text, with every mistake marked under its word and suggestions at the caret. */
export function QueryText({ id, query, onChange, diagnostics, isWrong, readOnly }: QueryTextProps) {
  const t = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(query.length)
  const moveCaret = useCaret(area)
  const token = readOnly ? undefined : tokenAt(query, caret)
  const box = useCombobox({
    options: useSuggestions(token),
    isEager: token?.field !== undefined,
    onPick: ({ insert }) => {
      if (!token) return
      const next = replaceToken(query, token, insert)
      moveCaret(next.caret)
      setCaret(next.caret)
      onChange(next.text)
    },
  })
  return (
    <div className="relative grid">
      <div
        aria-hidden="true"
        className={classNames(lines, 'col-start-1 row-start-1 min-h-32 border border-transparent text-transparent')}
      >
        {cutQuery(query, placesOf(query, diagnostics)).map((run) => (
          <span key={run.at} className={underline(run.severity)}>
            {run.text}
          </span>
        ))}
        {'\n'}
      </div>
      <textarea
        ref={area}
        id={id}
        value={query}
        readOnly={readOnly}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        aria-invalid={isWrong ? true : undefined}
        aria-describedby={`${id}-mistakes`}
        aria-autocomplete="list"
        aria-controls={box.isOpen ? box.listId : undefined}
        aria-activedescendant={box.activeId}
        placeholder={t('topics.query.placeholder')}
        onKeyDown={box.onKeyDown}
        onChange={(event) => {
          setCaret(event.target.selectionStart)
          box.open()
          onChange(event.target.value)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onBlur={box.close}
        className={classNames(
          fieldLook(isWrong),
          lines,
          'col-start-1 row-start-1 h-full resize-none overflow-hidden bg-transparent! text-sm',
        )}
      />
      <AtCaret text={query.slice(0, token?.start ?? 0)} shown={box.isOpen}>
        {(place) => <SuggestionList box={box} style={place} />}
      </AtCaret>
    </div>
  )
}

interface AtCaretProps {
  /** What stands before the place. */
  text: string
  shown: boolean
  children: (place: { left: number; top: number }) => ReactNode
}

/** Finds where a text ends on screen, by laying it out once more, unseen. */
function AtCaret({ text, shown, children }: AtCaretProps) {
  const [place, setPlace] = useState({ left: 0, top: 0 })
  const measure = useCallback((end: HTMLSpanElement | null) => {
    if (!end) return
    const room = (end.offsetParent?.clientWidth ?? 0) - listWidth
    setPlace({ left: Math.max(0, Math.min(end.offsetLeft - 8, room)), top: end.offsetTop + lineHeight })
  }, [])
  return (
    <>
      {shown && (
        <div aria-hidden="true" className={classNames(lines, 'invisible absolute inset-0 border border-transparent')}>
          {text}
          <span key={text} ref={measure} />
        </div>
      )}
      {children(place)}
    </>
  )
}

/** Puts the caret somewhere once the new text is in the field. */
function useCaret(area: RefObject<HTMLTextAreaElement | null>): (to: number) => void {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    area.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  return (to) => {
    wanted.current = to
  }
}

function underline(severity: QueryDiagnostic['severity'] | undefined): string {
  if (!severity) return ''
  const look = 'underline decoration-wavy decoration-2 underline-offset-4'
  return severity === 'error' ? `${look} bg-danger-soft decoration-danger` : `${look} decoration-warn`
}
