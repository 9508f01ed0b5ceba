import { describe, expect, it } from 'vitest'
import { speak, withTexts } from '../live/text.ts'
import { labelText, percent, readerText } from './reading-words.ts'

describe('the words of a reader', () => {
  it.each([
    ['sentiment', 'negative', 'Negative', 'Negativ'],
    ['intent', 'churn_threat', 'Wants to leave', 'Will gehen'],
    ['language', 'pt', 'Portuguese', 'Portugiesisch'],
    ['language', 'unknown', 'Unknown', 'Unbekannt'],
    ['language', 'no language', 'no language', 'no language'],
    ['sentiment', 'puzzled', 'puzzled', 'puzzled'],
  ])('%s %s', async (reader, label, english, german) => {
    await speak('en')
    expect(labelText(reader, label, 'en')).toBe(english)
    await speak('de')
    expect(labelText(reader, label, 'de')).toBe(german)
  })

  it('name the reader by what it tells, once the screens of readings are there', async () => {
    await speak('en')
    await withTexts('readingScreens', () => Promise.resolve())
    expect(readerText('intent')).toBe('What they want')
    await speak('de')
    expect(readerText('intent')).toBe('Was sie wollen')
  })

  it('say how sure it is without false exactness', () => {
    expect(percent(0.876, 'en')).toBe('88%')
    expect(percent(0.876, 'de')).toBe('88\u{a0}%')
  })
})
