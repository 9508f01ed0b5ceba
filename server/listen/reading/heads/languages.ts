import type { CutPost } from '../cut-post.ts'
import type { Said, Voices } from './voices.ts'
import { askVoices, openVoices } from './voices.ts'

/** The languages, beside English, in which the sentiment is learned. */
export const languagesRead: ReadonlySet<string> = new Set(['ar', 'de', 'es', 'fr', 'hi', 'it', 'pt'])

let voices: Voices | undefined

/** What the sentiment of a post in one of these languages is; nothing without words. The weights are read when first needed. */
export function askLanguages(cut: CutPost, language: string): Said | undefined {
  if (cut.words.length === 0) return undefined
  voices ??= openVoices('languages')
  return askVoices(voices, cut, `sentiment ${language}`)
}
