import type { ReaderName } from '../../contract/reader-kinds.ts'
import { textOr } from '../live/text.ts'

/** A reader's word as people say it; languages by their name in the language of the screen. */
export function labelText(reader: string, label: string, locale: string): string {
  if (reader === 'language' && label !== 'unknown') return languageName(label, locale)
  return textOr(`reading.is.${label}`, label)
}

/** What a reader tells of a post; its texts come with the screens of readings. */
export function readerText(reader: ReaderName): string {
  return textOr(`reading.of.${reader}`, reader)
}

function languageName(code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** A sureness of 0 to 1 in percent. */
export function percent(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}
