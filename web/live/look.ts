import { cell } from './cell.ts'

export type Theme = 'light' | 'dark' | 'system'
export type Density = 'comfortable' | 'compact'
export type Language = 'en' | 'de'
/** How the app looks to this person. Kept in the browser for the first paint, and on the server to follow them. */
export interface Look {
  theme: Theme
  density: Density
  language: Language
  rail: boolean
  folded: readonly string[]
  panel: boolean
  listWidth: number
}

const first: Look = {
  theme: 'system',
  density: 'comfortable',
  language: firstLanguage(),
  rail: false,
  folded: [],
  panel: true,
  listWidth: 400,
}

export const look = cell<Look>({ ...first, ...kept() })

/** Changes the look here and now; `web/live/me.ts` keeps it on the server. */
export function setLook(change: Partial<Look>): void {
  look.change((before) => ({ ...before, ...change }))
}

/** Puts the look on the page and keeps it in this browser; called once at the start. */
export function followLook(): void {
  const apply = (): void => {
    const { theme, density, language } = look.get()
    const root = document.documentElement
    const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    root.dataset['theme'] = dark ? 'dark' : 'light'
    root.dataset['density'] = matchMedia('(pointer: coarse)').matches ? 'comfortable' : density
    root.lang = language
    localStorage.setItem('earshot.look', JSON.stringify(look.get()))
  }
  look.watch(apply)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', apply)
  apply()
}

/** The parts of `values` that are a look; anything else is left out. */
export function lookIn(values: Record<string, unknown>): Partial<Look> {
  const found: Partial<Look> = {}
  if (values['theme'] === 'light' || values['theme'] === 'dark' || values['theme'] === 'system')
    found.theme = values['theme']
  if (values['density'] === 'comfortable' || values['density'] === 'compact') found.density = values['density']
  if (values['language'] === 'en' || values['language'] === 'de') found.language = values['language']
  if (typeof values['rail'] === 'boolean') found.rail = values['rail']
  if (typeof values['panel'] === 'boolean') found.panel = values['panel']
  if (typeof values['listWidth'] === 'number') found.listWidth = values['listWidth']
  if (Array.isArray(values['folded'])) found.folded = values['folded'].filter((each) => typeof each === 'string')
  return found
}

function kept(): Partial<Look> {
  if (typeof localStorage === 'undefined') return {}
  try {
    const values: Record<string, unknown> = JSON.parse(localStorage.getItem('earshot.look') ?? '{}')
    return lookIn(values)
  } catch {
    return {}
  }
}

function firstLanguage(): Language {
  return typeof navigator !== 'undefined' && navigator.language.startsWith('de') ? 'de' : 'en'
}
