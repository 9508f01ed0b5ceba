import type { ReaderName } from '../../../contract/reader-kinds.ts'

/** The three ways of reading: weights learned from labelled posts, cues that people wrote, a table of letters. */
export const howItReads: Record<ReaderName, 'learned' | 'cues' | 'letters'> = {
  sentiment: 'learned',
  emotion: 'learned',
  offensive: 'learned',
  irony: 'learned',
  spam: 'learned',
  anger: 'cues',
  intent: 'cues',
  urgency: 'cues',
  risk: 'cues',
  feedback: 'cues',
  closing: 'cues',
  usefulness: 'cues',
  language: 'letters',
}
