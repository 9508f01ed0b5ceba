import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { catalogue } from '../catalogues/en/catalogue.ts'
import type { readingScreens } from '../catalogues/en/reading-screens.ts'
import type { topicScreens } from '../catalogues/en/topic-screens.ts'
import type { wordScreens } from '../catalogues/en/word-screens.ts'
import { cell, useCell } from './cell.ts'
import type { Language } from './look.ts'

/** Name of a text in the catalogue. */
export type TextKey =
  | keyof typeof catalogue
  | keyof typeof topicScreens
  | keyof typeof readingScreens
  | keyof typeof wordScreens
export type TextValues = Record<string, string | number>
/** Gives the text of a key in the chosen language, with its places filled. */
export type Translate = (key: TextKey, values?: TextValues) => string

const i18n = setupI18n()
i18n.setMessagesCompiler(compileMessage)

/** The language whose texts are loaded. */
export const language = cell<Language>('en')

type Texts = Record<string, string>

/** Texts that come with screens of their own instead of the first load. */
const later = {
  topicScreens: {
    en: async (): Promise<Texts> => (await import('../catalogues/en/topic-screens.ts')).topicScreens,
    de: async (): Promise<Texts> => (await import('../catalogues/de/topic-screens.ts')).topicScreens,
  },
  wordScreens: {
    en: async (): Promise<Texts> => (await import('../catalogues/en/word-screens.ts')).wordScreens,
    de: async (): Promise<Texts> => (await import('../catalogues/de/word-screens.ts')).wordScreens,
  },
  readingScreens: {
    en: async (): Promise<Texts> => (await import('../catalogues/en/reading-screens.ts')).readingScreens,
    de: async (): Promise<Texts> => (await import('../catalogues/de/reading-screens.ts')).readingScreens,
  },
}

const first = {
  en: async (): Promise<Texts> => (await import('../catalogues/en/catalogue.ts')).catalogue,
  de: async (): Promise<Texts> => (await import('../catalogues/de/catalogue.ts')).catalogue,
}

const wantedLater = new Set<keyof typeof later>()
const known: Record<Language, Texts> = { en: {}, de: {} }
let wanted: Language = 'en'

/** Loads the texts of a language and shows them. */
export async function speak(next: Language): Promise<void> {
  wanted = next
  const loaded = await Promise.all([first[next](), ...[...wantedLater].map((part) => later[part][next]())])
  Object.assign(known[next], ...loaded)
  if (wanted !== next) return
  i18n.loadAndActivate({ locale: next, messages: known[next] })
  language.set(next)
}

/** A screen that is not in the first load, together with its texts in the chosen language. */
export async function withTexts<Screen>(part: keyof typeof later, screen: () => Promise<Screen>): Promise<Screen> {
  wantedLater.add(part)
  const [loaded] = await Promise.all([screen(), speak(wanted)])
  return loaded
}

/** The text of a key, outside of components (toasts, announcements). Inside use `useText`. */
export const t: Translate = (key, values) => i18n._(key, values)

/** `t`, and the component is drawn again when the language changes. */
export function useText(): Translate {
  useCell(language)
  return t
}

/** What the server said, in the chosen language where there is a text for its stable name, else in its own words. */
export function textOr(name: string, otherwise: string): string {
  return Object.hasOwn(i18n.messages, name) ? i18n._(name) : otherwise
}
