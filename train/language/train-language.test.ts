import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadLanguageTable } from '../../server/listen/reading/language/language-table.ts'
import { languageReader } from '../../server/listen/reading/language/read-language.ts'
import type { LanguageRow } from './language-row.ts'
import { withoutMarks } from './language-row.ts'
import { trainLanguage } from './train-language.ts'

const folder = mkdtempSync(join(tmpdir(), 'language-'))
afterAll(() => rmSync(folder, { recursive: true }))

const words: Record<string, string[]> = {
  de: ['das', 'paket', 'ist', 'nicht', 'schon', 'wieder', 'für', 'über', 'heute', 'kommt', 'leider', 'und'],
  en: ['the', 'parcel', 'is', 'not', 'there', 'again', 'for', 'about', 'today', 'comes', 'sadly', 'and'],
  fr: ['le', 'colis', 'est', 'pas', 'déjà', 'encore', 'pour', 'très', 'arrivé', 'vient', 'hélas', 'et'],
  ru: ['посылка', 'не', 'снова', 'для', 'сегодня', 'уже', 'пришла', 'и', 'где', 'она', 'что', 'это'],
  uk: ['посилка', 'не', 'знову', 'для', 'сьогодні', 'вже', 'прийшла', 'і', 'де', 'вона', 'що', 'це'],
}

/** Twelve words turned and turned again. */
const rows: LanguageRow[] = Object.entries(words).flatMap(([language, own]) =>
  Array.from({ length: 40 }, (_, i) => ({
    text: own
      .map((_word, k) => own[(k * (1 + (i % 5)) + i) % own.length])
      .slice(0, 2 + (i % 8))
      .join(' '),
    language,
    kind: 'sentence' as const,
  })),
)

function train(name: string, seed: number) {
  const out = join(folder, name)
  const written = trainLanguage({
    rows,
    validation: rows,
    seed,
    version: '9',
    date: '2026-11-22',
    out,
    kept: 500,
    note: () => {},
  })
  return { out, ...written }
}

describe('a small training', () => {
  test('gives the same bytes from the same rows and seed, others from another seed', () => {
    const [first, second, third] = [train('a', 1), train('b', 1), train('c', 2)]
    expect(second.checksum).toBe(first.checksum)
    expect(readFileSync(second.out).equals(readFileSync(first.out))).toBe(true)
    expect(third.checksum).not.toBe(first.checksum)
  })

  test('learns what it was shown, each script for itself', () => {
    const table = loadLanguageTable(train('d', 1).out)
    expect(table.languages).toEqual(['de', 'en', 'fr', 'ru', 'uk'])
    expect(table.scores?.all.sentence).toBeGreaterThan(95)
    const read = languageReader(table)
    expect(read({ text: 'leider schon wieder' }).label).toBe('de')
    expect(read({ text: 'вона вже прийшла' }).label).toBe('uk')
  })
})

test.each([
  ['größer über Łódź', 'grosser uber Łodz'],
  ['déjà arrivé', 'deja arrive'],
  ['plain', undefined],
  ['й ё', undefined],
])('“%s” is typed without its marks as “%s”', (text, plain) => {
  expect(withoutMarks(text)).toBe(plain)
})
