import type { ConversationSummary } from '../../../contract/conversations.ts'

export type TurnChoice = 'ended' | 'theirs' | 'ours' | 'rest' | 'set-aside'

/** The lines of the turn menu, the likely one first. */
export function turnChoices(
  conversation: Pick<ConversationSummary, 'turn' | 'proposedEnding' | 'lastMessage'>,
): TurnChoice[] {
  const { turn, proposedEnding, lastMessage } = conversation
  if (turn === 'ended') return []
  if (turn === 'set_aside' || turn === 'resting')
    return ['ours', 'theirs', ...(turn === 'resting' ? (['ended', 'set-aside'] as const) : [])]
  const back: TurnChoice = turn === 'ours' ? 'theirs' : 'ours'
  if (proposedEnding) return ['ended', back, 'rest', 'set-aside']
  if (turn === 'theirs' || lastMessage?.direction === 'out') return ['rest', back, 'ended', 'set-aside']
  return [back, 'rest', 'ended', 'set-aside']
}
