import type { MessageView } from '../../contract/conversations.ts'
import { type ReaderName, readerNames } from '../../contract/reader-kinds.ts'

export type Readings = NonNullable<MessageView['reading']>
export type OneReading = Readings[string]

/** What nobody needs to be told: the usual case of each reader. */
const quiet: Partial<Record<ReaderName, readonly string[]>> = {
  anger: ['calm'],
  intent: ['other'],
  urgency: ['normal', 'low'],
  risk: ['none'],
  feedback: ['bug', 'feature', 'other'],
  offensive: ['not_offensive'],
  irony: ['not_irony'],
  spam: ['ham'],
  closing: ['thanks', 'still_failing', 'none'],
  usefulness: ['useful', 'acknowledgement'],
}

/** The readers whose word is worth a chip, in their order; what a person said is always shown. */
export function loudReaders(readings: Readings | undefined): ReaderName[] {
  return readerNames.filter((reader) => {
    const said = readings?.[reader]
    if (!said || said.label === 'unknown') return false
    return said.correctedBy !== undefined || !quiet[reader]?.includes(said.label)
  })
}

/** Every reader that said anything, also that it does not know. */
export function heardReaders(readings: Readings | undefined): ReaderName[] {
  return readerNames.filter((reader) => readings?.[reader] !== undefined)
}

/** Whether the reader was right in the eyes of the person who looked. */
export function isConfirmed({ correctedBy, was, label }: OneReading): boolean {
  return correctedBy !== undefined && was === label
}

/** The words that carried a reading, as they stand in the post. */
export function evidenceWords(reading: OneReading, post: { text: string; title: string | null }): string[] {
  const words = (reading.evidence ?? []).map(
    ({ word, part, start, end }) => word ?? (part === 'title' ? (post.title ?? '') : post.text).slice(start, end),
  )
  return [...new Set(words.filter(Boolean))]
}
