import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, it } from 'vitest'
import { catalogue as german } from './de/catalogue.ts'
import { readingScreens as germanReadings } from './de/reading-screens.ts'
import { topicScreens as germanLater } from './de/topic-screens.ts'
import { wordScreens as germanWords } from './de/word-screens.ts'
import { catalogue as english } from './en/catalogue.ts'
import { readingScreens as englishReadings } from './en/reading-screens.ts'
import { topicScreens as englishLater } from './en/topic-screens.ts'
import { wordScreens as englishWords } from './en/word-screens.ts'

const en = { ...english, ...englishLater, ...englishReadings, ...englishWords }

/** Names of the places to fill, with those inside plural forms. */
function placesIn(text: string): string[] {
  const found = new Set<string>()
  const walk = (tokens: unknown): void => {
    if (!Array.isArray(tokens)) return
    for (const token of tokens) {
      if (!Array.isArray(token)) continue
      found.add(String(token[0]))
      for (const part of token.slice(1))
        if (part && typeof part === 'object') for (const each of Object.values(part)) walk(each)
    }
  }
  walk(compileMessageOrThrow(text))
  return [...found].filter((name) => name !== '#').sort()
}

const inGerman = new Map(Object.entries({ ...german, ...germanLater, ...germanReadings, ...germanWords }))

describe('the catalogues', () => {
  it.each(Object.entries(en))('%s is whole in German, with the same places', (key, text) => {
    const other = inGerman.get(key) ?? ''
    expect(other).not.toBe('')
    expect(placesIn(other)).toEqual(placesIn(text))
  })
})

describe('words on screen', () => {
  const refused = /\b(ticket|case|issue|user|agent|customer #|sla|overdue|closed|oops)\b/i
  it.each(Object.entries(en))('%s uses our words', (_, text) => {
    expect(text).not.toMatch(refused)
    expect(text).not.toMatch(/!/)
  })
})
