import type { ReaderName } from '../../contract/reader-kinds.ts'
import type { Readings } from './show-readings.ts'

/** Words that carried a reading: a range of the title or the text. */
export interface Place {
  start: number
  end: number
  part?: string | undefined
}

export interface ReadingChipsProps {
  postId: string
  readings: Readings
  post: { text: string; title: string | null }
  /** Whether the person here may say otherwise. */
  mayFix: boolean
  onSay: (reader: ReaderName, label: string) => void
  onTakeBack: (reader: ReaderName) => void
  /** The words that carried the reading that is open, to be marked where they stand; none where none is open. */
  onShow: (places: readonly Place[] | undefined) => void
}
