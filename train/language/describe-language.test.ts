import { expect, test } from 'vitest'
import { loadLanguageTable } from '../../server/listen/reading/language/language-table.ts'
import { describeLanguage } from './describe-language.ts'

test('the card says what the weights hold', () => {
  const { scores, version } = loadLanguageTable()
  const text = describeLanguage()
  expect(text).toContain(`language@${version}`)
  expect(text).toContain(`| large languages, % right | ${scores?.large.tweet} |`)
  expect(text).toMatch(/61 languages are told apart/)
  expect(text).toMatch(/more are known by their script alone: .*\bth\b/)
})
