import type { ConversationSummary } from '../../../contract/conversations.ts'
import type { BoundAction } from '../../live/actions.ts'
import { useMe } from '../../live/me.ts'
import { type Choosing, choose } from './choosing.ts'
import { assign, markRead } from './conversation-acts.ts'
import { conversations } from './conversation-store.ts'

interface ConversationAction extends Pick<BoundAction, 'id' | 'label' | 'keys' | 'words'> {
  needs: keyof ConversationSummary['may']
  opens: Choosing['what']
  /** It asks about one conversation only. */
  isForOne?: true
}

/** What asks a question about conversations; the words are those people know from elsewhere. */
const asking: readonly ConversationAction[] = [
  {
    id: 'turn',
    label: 'actions.turn',
    keys: ['e'],
    needs: 'changeTurn',
    opens: 'turn',
    words: 'close resolve done status schließen erledigt',
  },
  {
    id: 'assign',
    label: 'actions.assign',
    keys: ['a'],
    needs: 'assign',
    opens: 'assign',
    words: 'owner agent zuweisen',
  },
  {
    id: 'department',
    label: 'actions.department',
    keys: ['d'],
    needs: 'assign',
    opens: 'department',
    words: 'team queue route',
  },
  {
    id: 'snooze',
    label: 'actions.snooze',
    keys: ['h'],
    needs: 'changeTurn',
    opens: 'snooze',
    words: 'later remind wiedervorlage',
  },
  {
    id: 'set-aside',
    label: 'actions.setAside',
    keys: ['#'],
    needs: 'changeTurn',
    opens: 'set-aside',
    words: 'spam ignore löschen',
  },
  {
    id: 'fix-reading',
    label: 'actions.fixReading',
    keys: ['w'],
    needs: 'reply',
    opens: 'reading',
    isForOne: true,
    words: 'mood sentiment intent wrong stimmung falsch',
  },
]

/** What can be done to conversations from list and conversation alike; `subjects` are those meant right now. */
export function useConversationActions(subjects: () => readonly string[]): BoundAction[] {
  const me = useMe()
  const may = (right: keyof ConversationSummary['may']): boolean => {
    const ids = subjects()
    return ids.length > 0 && ids.every((id) => conversations.read(id)?.may[right] === true)
  }
  const areRead = (): boolean => subjects().every((id) => conversations.read(id)?.unread === false)
  const group = 'conversation' as const
  return [
    ...asking.map(({ needs, opens, isForOne, ...action }): BoundAction => ({
      ...action,
      group,
      when: () => may(needs) && (!isForOne || subjects().length === 1),
      run: () => choose(opens, subjects()),
    })),
    {
      id: 'assign-me',
      label: 'actions.assignMe',
      group,
      keys: ['i'],
      words: 'take mine übernehmen',
      when: () => may('assign'),
      run: () => void assign(subjects(), me?.colleague ?? null),
    },
    {
      id: 'read',
      label: 'actions.read',
      group,
      keys: ['u'],
      when: () => subjects().length > 0,
      run: () => void markRead(subjects(), !areRead()),
    },
  ]
}
