import { expect, test } from 'vitest'
import { decideRoute, type RouteAsked, type RoutingRule } from './decide-route.ts'

const empty: RouteAsked = {
  rules: [],
  topics: [],
  channel: { id: 'mail', departmentId: null },
  sentiment: undefined,
  addressedToUs: false,
  wordsFit: new Set(),
}
const rule = (id: string, terms: Partial<RoutingRule>): RoutingRule => ({
  id,
  topicId: null,
  channelId: null,
  sentiment: null,
  words: null,
  departmentId: `department of ${id}`,
  assigneeId: null,
  ...terms,
})
const topics = [
  { id: 'kettles', departmentId: null },
  { id: 'prices', departmentId: 'sales' },
]

test('the first rule that fits wins, and says what it went by', () => {
  const rules = [
    rule('no', { topicId: 'kettles', sentiment: 'negative' }),
    rule('yes', { words: 'lawyer', assigneeId: 'lea' }),
    rule('late', { topicId: 'kettles' }),
  ]
  expect(decideRoute({ ...empty, topics, rules, wordsFit: new Set(['yes']) })).toEqual({
    ruleId: 'yes',
    departmentId: 'department of yes',
    assigneeId: 'lea',
    why: [
      { kind: 'topic', id: 'kettles' },
      { kind: 'topic', id: 'prices' },
      { kind: 'rule', id: 'yes', words: ['lawyer'] },
      { kind: 'department', id: 'department of yes' },
    ],
  })
})

test.each([
  ['a topic it has', { topicId: 'prices' }, true],
  ['a topic it has not', { topicId: 'rivals' }, false],
  ['its channel', { channelId: 'mail' }, true],
  ['another channel', { channelId: 'feed' }, false],
  ['its mood', { sentiment: 'negative' }, true],
  ['another mood', { sentiment: 'positive' }, false],
  ['words that are not there', { words: 'police' }, false],
  ['all that is given', { topicId: 'prices', channelId: 'mail', sentiment: 'negative' }, true],
  ['all but one', { topicId: 'prices', channelId: 'mail', sentiment: 'positive' }, false],
])('a rule with %s', (_, terms, fits) => {
  const route = decideRoute({ ...empty, topics, sentiment: 'negative', rules: [rule('one', terms)] })
  expect(route.ruleId).toBe(fits ? 'one' : null)
})

test('without a rule: the department of the first topic that has one, else of the channel, else nobody', () => {
  const channel = { id: 'mail', departmentId: 'service' }
  expect(decideRoute({ ...empty, topics, channel }).departmentId).toBe('sales')
  expect(decideRoute({ ...empty, channel, addressedToUs: true })).toMatchObject({
    departmentId: 'service',
    why: [{ kind: 'addressed_to_us' }, { kind: 'department', id: 'service' }],
  })
  expect(decideRoute({ ...empty, topics: [topics[0]!] })).toMatchObject({
    departmentId: null,
    why: [{ kind: 'topic', id: 'kettles' }, { kind: 'nobody' }],
  })
})
