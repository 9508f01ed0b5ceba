import { expect, test } from 'vitest'
import { parseQuery } from './parse-query.ts'
import { printQuery } from './print-query.ts'
import { resolveReferences } from './resolve-references.ts'

const topics: Record<string, string> = {
  brand: 'acme OR list:names',
  service: 'topic:brand (late OR broken)',
  first: 'topic:second acme',
  second: 'topic:third acme',
  third: 'topic:first acme',
}
const lists: Record<string, string> = { names: '"acme shoes" OR author:@acme' }
const references = {
  list: (name: string) => parseQuery(lists[name] ?? '').query,
  topic: (name: string) => parseQuery(topics[name] ?? '').query,
}

test('what lists and topics say stands in their place', () => {
  const resolved = resolveReferences(parseQuery('-topic:service acme').query!, references)
  expect('query' in resolved && printQuery(resolved.query)).toBe(
    '-((acme OR ("acme shoes" OR author:@acme)) (late OR broken)) acme',
  )
})

test('a circle is refused and shown', () => {
  const resolved = resolveReferences(parseQuery(topics['first']!).query!, references, 'first')
  expect(resolved).toMatchObject({ refused: 'cycle', names: ['first', 'second', 'third', 'first'] })
  expect('message' in resolved && resolved.message).toContain('first → second → third → first')
})

test.each([
  ['list:rivals', 'unknown_list'],
  ['topic:rivals', 'unknown_topic'],
])('%s leads nowhere', (text, refused) => {
  expect(resolveReferences(parseQuery(text).query!, references)).toMatchObject({ refused, names: ['rivals'] })
})
