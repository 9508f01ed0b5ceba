import { useNavigate } from '@tanstack/react-router'
import type { BoundAction } from '../../live/actions.ts'
import { conversations } from './conversation-store.ts'
import { splitOff } from './split-off.ts'

/** What can be done with conversations that say the same; `subjects` are those meant right now. */
export function useCopiesActions(subjects: () => readonly string[]): BoundAction[] {
  const navigate = useNavigate()
  const group = 'conversation' as const
  return [
    {
      id: 'copies',
      label: 'actions.copies',
      group,
      keys: ['b'],
      words: 'duplicates storm spam kopien duplikate',
      when: () => copiesOf(subjects()[0]) !== null,
      run: () => {
        const copies = copiesOf(subjects()[0])
        if (copies) void navigate({ to: '/inbox/$view', params: { view: 'all' }, search: { copies: copies.id } })
      },
    },
    {
      id: 'split-off',
      label: 'actions.splitOff',
      group,
      keys: ['shift+b'],
      words: 'separate unmerge trennen lösen',
      when: () =>
        subjects().length > 0 &&
        subjects().every((id) => copiesOf(id) !== null && conversations.read(id)?.may.changeTurn === true),
      run: () => void splitOff(subjects()),
    },
  ]
}

function copiesOf(id: string | undefined) {
  return id === undefined ? null : (conversations.read(id)?.copies ?? null)
}
