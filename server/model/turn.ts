/** Who is expected to speak next. */
export const turns = ['ours', 'theirs', 'resting', 'ended', 'set_aside'] as const
export type Turn = (typeof turns)[number]

export const setAsideReasons = ['spam', 'no_answer_wanted', 'not_ours', 'chose_not_to_join'] as const
export type SetAsideReason = (typeof setAsideReasons)[number]

export type ClockKind = 'first_reply' | 'next_reply'
