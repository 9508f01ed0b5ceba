import { describe, expect, test } from 'vitest'
import { checkQuery } from './check-query.ts'

/** Just below what is read at all (100,000 characters). */
const length = 98_000

function times(piece: string): string {
  return piece.repeat(Math.floor(length / piece.length))
}

function distinct(write: (index: number) => string, joint: string, size = 14): string {
  return Array.from({ length: Math.floor(length / size) }, (_, index) => write(index)).join(joint)
}

/** Texts that are long in one way, and the mistake that is to be among those found; none where it is a good query. */
const monsters: [name: string, text: string, code?: string][] = [
  ['a million characters', 'acme '.repeat(200_000), 'too-long'],
  ['ten thousand brackets', '('.repeat(10_000) + 'acme' + ')'.repeat(10_000), 'too-deep'],
  ['open brackets', times('('), 'bracket-not-closed'],
  ['closed brackets', times(')'), 'bracket-not-opened'],
  ['square brackets', times('[a] '), 'other-brackets'],
  ['brackets side by side', times('(a OR b) ')],
  ['open braces', times('{a '), 'brace-not-closed'],
  ['an open brace and blanks', `{${' '.repeat(length)}`, 'brace-not-closed'],
  ['quotation marks', times('"') + '"', 'empty'],
  ['an open quotation mark and blanks', `"${' '.repeat(length)}`, 'quote-not-closed'],
  ['single quotation marks', times("'a b ")],
  ['unpaired surrogates', times('\ud800 \udc00'), 'no-word'],
  ['only punctuation', times('!!! ... ??? '), 'no-word'],
  ['only direction marks', times('\u202e\u200f'), 'empty'],
  ['direction marks between words', times('\u202ea ')],
  ['invisible characters', times('a\u200b'), 'invisible-character'],
  ['only NOT', times('NOT '), 'operator-alone'],
  ['only OR', times('OR '), 'operator-alone'],
  ['only exclusions', times('-a '), 'not-alone'],
  ['many NEAR', times('a NEAR/1 ') + 'b', 'near-chain'],
  ['title: upon title:', times('title:'), 'field-empty'],
  ['open titles', times('title:(a '), 'bracket-not-closed'],
  ['open groups', times('site:(a '), 'field-empty'],
  ['stars', times('a*'), 'wildcard-too-short'],
  ['entities', times('&quot;'), 'html-entity'],
  ['commas', times('a, '), 'comma-list'],
  ['one word', times('a')],
  ['a list in one value', `site:${times('a,')}`, 'field-group'],
  ['the same alternative', `${times('acme OR ')}x`, 'doubled'],
  ['exclusions of alternatives', swallowing()],
  ['twenty thousand words', distinct((index) => `w${index}`, ' OR ', 10)],
]

function swallowing(): string {
  const wanted = Array.from({ length: 3_500 }, (_, index) => `"a b${index}"`).join(' OR ')
  return `(${wanted}) ${Array.from({ length: 3_500 }, (_, index) => `-(c OR x${index})`).join(' ')}`
}

describe('monstrous texts get an answer', () => {
  test.each(monsters)('%s', (_name, text, code) => {
    const { diagnostics, ok } = checkQuery(text)
    expect(diagnostics.length).toBeLessThanOrEqual(50)
    if (code === undefined) expect(ok).toBe(true)
    else expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code)
  })
})

test('the work grows no faster than the text', () => {
  for (const piece of ['title:', '{a ', '"a b" OR ', '(a OR ', "'a b ", 'a* ', '-a ', 'NEAR ', '[a] ']) {
    const whole = cost(times(piece))
    const eighth = cost(times(piece).slice(0, length / 8))
    // With the square it would be 64 times; a busy machine and small figures are forgiven.
    expect([piece, whole < 32 * eighth + 50]).toEqual([piece, true])
  }
})

/** Milliseconds of processor time of the cheapest of three checks. */
function cost(text: string): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    checkQuery(text)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...runs)
}
