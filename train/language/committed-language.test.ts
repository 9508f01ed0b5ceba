import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadLanguageTable } from '../../server/listen/reading/language/language-table.ts'
import { languageReader } from '../../server/listen/reading/language/read-language.ts'
import { inShared, sharedDir } from '../../tests/shared-dir.ts'
import type { LanguageRow } from './language-row.ts'
import { readLanguageRows } from './language-row.ts'
import { inPercent, percent, scoreLanguage } from './score-language.ts'

const table = loadLanguageTable()
const reader = languageReader(table)
const read = (text: string) => reader({ text })

describe('the weights of languages that are kept here', () => {
  test('know at least 42 languages by their letters', () => {
    expect(table.languages.length).toBeGreaterThanOrEqual(42)
  })

  test('tell the languages of a small sample', () => {
    const lines = readFileSync(join(import.meta.dirname, 'sample', 'lingua.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
    const rows = lines.map((line) => JSON.parse(line) as LanguageRow)
    const { sentence, pair } = scoreLanguage(read, rows).all
    expect([sentence.texts, pair.texts]).toEqual([128, 128])
    expect(percent(sentence)).toBeGreaterThanOrEqual(98)
    expect(percent(pair)).toBeGreaterThanOrEqual(88)
  })

  test.skipIf(!sharedDir)('score on validation what they say of themselves (needs the shared data)', () => {
    const scores = inPercent(scoreLanguage(read, readLanguageRows(inShared('data'), 'val')))
    expect(scores).toEqual(table.scores)
    expect(scores.large.tweet).toBeGreaterThanOrEqual(98.8)
    expect(scores.large.sentence).toBeGreaterThanOrEqual(99.3)
    expect(scores.large.pair).toBeGreaterThanOrEqual(90)
  })
})
