import { type RefObject, useRef } from 'react'
import { useActions } from './actions.ts'

/** J and K move the focus from row to row of a list: to the first link of each, which Enter opens. */
export function useRowKeys<List extends HTMLElement>(): RefObject<List | null> {
  const list = useRef<List>(null)
  const step = (by: number): void => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('tbody tr, :scope > li') ?? [])].flatMap(
      (row) => row.querySelector<HTMLElement>('a[href]') ?? [],
    )
    const row = document.activeElement?.closest('tr, li')
    const at = links.findIndex((link) => link.closest('tr, li') === row)
    const next = links[at === -1 ? (by > 0 ? 0 : links.length - 1) : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  useActions([
    { id: 'next-row', label: 'ui.nextRow', group: 'list', keys: ['j'], run: () => step(1) },
    { id: 'last-row', label: 'ui.lastRow', group: 'list', keys: ['k'], run: () => step(-1) },
  ])
  return list
}
