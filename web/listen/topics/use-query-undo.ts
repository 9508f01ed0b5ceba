import { useEffect, useRef } from 'react'
import { t } from '../../live/text.ts'
import { rememberUndo } from '../../live/undo.ts'
import { showToast } from '../../live/toasts.ts'

/** Changes the query by a click: says what was done, and takes it back as long as nothing was written since. */
export function useQueryUndo(query: string, onChange: (query: string) => void): (next: string, said: string) => void {
  const latest = useRef({ query, onChange })
  useEffect(() => {
    latest.current = { query, onChange }
  })
  return (next, said) => {
    onChange(next)
    rememberUndo(said, () => {
      if (latest.current.query === next) latest.current.onChange(query)
      else showToast(t('topics.undo.changed'))
    })
  }
}
