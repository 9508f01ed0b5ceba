import type { Readings } from '../../../model/reading.ts'
import type { CutPost } from '../cut-post.ts'
import type { Said, Voices } from './voices.ts'
import { askVoices, openVoices } from './voices.ts'

/** A guess at another language must be this sure before an English head is silent: a short tweet is soon taken for Dutch. */
const sureOfAnother = 0.8

let voices: Voices | undefined

/** The weights are read when the first post is, and then shared. */
export function english(): Voices {
  return (voices ??= openVoices('english'))
}

/** What an English head says; nothing of a post in another language, nor of one without words. */
export function askEnglish(cut: CutPost, soFar: Readings, name: string): Said | undefined {
  return cut.words.length > 0 && mayBeEnglish(soFar) ? askVoices(english(), cut, name) : undefined
}

export function mayBeEnglish(soFar: Readings): boolean {
  const language = soFar['language']
  if (!language || language.label === 'en' || language.label === 'unknown') return true
  return language.confidence < sureOfAnother
}
