import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { QueryDiagnostic } from '../../../../contract/query.ts'
import { placesOf } from '../query-places.ts'
import type { QueryCheck } from '../use-query-check.ts'
import type { TopBlock, WrittenBlocks } from './block.ts'
import { blocksOfTree } from './blocks-of-tree.ts'
import { mistakesByChip } from './mistakes-by-chip.ts'
import { printBlocks } from './print-blocks.ts'

export interface BlockState {
  /** None while the text has a mistake that leaves in doubt what is meant. */
  written: WrittenBlocks | undefined
  /** The text was changed elsewhere and is being read: these are the blocks before, and cannot be changed. */
  isStale: boolean
  /** The mistakes that belong to a chip, by its id. */
  mistakes: ReadonlyMap<string, readonly QueryDiagnostic[]>
  change: (by: (blocks: readonly TopBlock[]) => TopBlock[], focus?: string) => void
}

/**
 * The blocks of a query. What was last changed here stays as it was put, groups without anything in them too, for as long
 * as the text is the one printed from it; a text that was changed elsewhere is shown as the server reads it.
 */
export function useBlocks(query: string, check: QueryCheck, onChange: (query: string) => void): BlockState {
  const [own, setOwn] = useState<WrittenBlocks | undefined>()
  const focus = useRef<string | undefined>(undefined)
  const read = useMemo(
    () => (check.tree || check.text.trim() === '' ? blocksOfTree(check.text, check.tree) : undefined),
    [check.tree, check.text],
  )
  useLayoutEffect(() => {
    if (focus.current === undefined) return
    const named = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focus.current)}"]`)
    focus.current = undefined
    named?.focus()
  })
  const written = own?.text === query ? own : read
  const isStale = written?.text !== query
  const { text, diagnostics } = check
  const mistakes = useMemo(
    () => mistakesByChip(written?.places, text === written?.text ? placesOf(text, diagnostics) : [], diagnostics),
    [written, text, diagnostics],
  )
  return {
    written,
    isStale,
    mistakes,
    change: (by, focusName) => {
      if (!written || isStale) return
      const next = printBlocks(by(written.blocks))
      focus.current = focusName
      setOwn(next)
      if (next.text !== query) onChange(next.text)
    },
  }
}
