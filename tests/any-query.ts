import * as fc from 'fast-check'
import type { MatchablePost } from '../server/model/match.ts'
import type { Query } from '../server/model/query.ts'

/** Few words, so that queries and texts meet often. */
const word = fc.constantFrom('ab', 'abc', 'abd', 'xy', '#ab', '@xy', '🔥', '東', 'é')
const wildcard = fc.constantFrom('ab*', 'ab?', 'xy*', 'ab*d', '#ab*')
const exact = fc.constantFrom('Ab', 'ab', 'XY', 'É')

const leaf: fc.Arbitrary<Query> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.oneof({ weight: 3, arbitrary: word }, wildcard).map((one): Query => ({ kind: 'word', word: one })),
  },
  {
    weight: 2,
    arbitrary: fc.array(word, { minLength: 2, maxLength: 3 }).map((words): Query => ({ kind: 'phrase', words })),
  },
  {
    weight: 1,
    arbitrary: fc.array(exact, { minLength: 1, maxLength: 2 }).map((words): Query => ({ kind: 'exact', words })),
  },
)

const field: fc.Arbitrary<Query> = fc.constantFrom<Query>(
  { kind: 'field', field: 'lang', value: 'en' },
  { kind: 'field', field: 'lang', value: 'de' },
  { kind: 'field', field: 'type', value: 'review' },
  { kind: 'field', field: 'author', value: 'acme' },
  { kind: 'field', field: 'site', value: 'example.com' },
  { kind: 'field', field: 'link', value: 'example.com' },
  { kind: 'field', field: 'url', value: '/blog/' },
  { kind: 'field', field: 'channel', value: 'feed' },
  { kind: 'field', field: 'country', value: 'de' },
  { kind: 'field', field: 'has', value: 'question' },
  { kind: 'field', field: 'has', value: 'media' },
  { kind: 'compare', field: 'followers', operator: '>=', value: 100 },
  { kind: 'compare', field: 'rating', operator: '<', value: 3 },
)

const listed = fc
  .constantFrom('rivals', 'our rivals', 'Wi-Fi & Co')
  .map((value): Query => ({ kind: 'field', field: 'list', value }))
const referring = fc.constantFrom<Query>(
  { kind: 'field', field: 'topic', value: 'need-shipping' },
  { kind: 'field', field: 'topic', value: 'Need: shipping, abroad' },
  { kind: 'field', field: 'author', value: 'doe, jane' },
  { kind: 'field', field: 'url', value: '//example.com/a b' },
  { kind: 'field', field: 'url', value: '//example.com' },
  { kind: 'compare', field: 'followers', operator: '<=', value: 1e21 },
  { kind: 'compare', field: 'rating', operator: '>', value: 0.0000001 },
)

/** Any query of the language, but `list:` and `topic:`. */
export const anyQuery: fc.Arbitrary<Query> = queriesOf(leaf, field)

/** Any query of the language, references to lists and topics too, and values that are seldom written. */
export const anyNamingQuery: fc.Arbitrary<Query> = queriesOf(
  fc.oneof({ weight: 6, arbitrary: leaf }, { weight: 1, arbitrary: listed }),
  fc.oneof(field, referring),
)

/** Trees over these words (beside NEAR and in titles too) and these fields. */
function queriesOf(worded: fc.Arbitrary<Query>, fields: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  const nearSide: fc.Arbitrary<Query> = fc.oneof(
    { weight: 2, arbitrary: worded },
    { weight: 1, arbitrary: fc.array(worded, { minLength: 2, maxLength: 3 }).map((of): Query => ({ kind: 'or', of })) },
  )
  const near: fc.Arbitrary<Query> = fc
    .record({ left: nearSide, right: nearSide, distance: fc.integer({ min: 1, max: 6 }), ordered: fc.boolean() })
    .map((sides): Query => ({ kind: 'near', ...sides }))
  const words: fc.Arbitrary<Query> = fc.oneof({ weight: 4, arbitrary: worded }, { weight: 1, arbitrary: near })
  return fc.letrec<{ query: Query; inTitle: Query }>((tie) => ({
    inTitle: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      words,
      joined('and', tie('inTitle')),
      joined('or', tie('inTitle')),
      tie('inTitle').map(negated),
    ),
    query: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 4, arbitrary: words },
      { weight: 1, arbitrary: fields },
      { weight: 3, arbitrary: joined('and', tie('query')) },
      { weight: 3, arbitrary: joined('or', tie('query')) },
      { weight: 1, arbitrary: tie('query').map(negated) },
      { weight: 1, arbitrary: tie('inTitle').map((of): Query => ({ kind: 'title', of })) },
    ),
  })).query
}

function joined(kind: 'and' | 'or', part: fc.Arbitrary<Query>): fc.Arbitrary<Query> {
  return fc.array(part, { minLength: 2, maxLength: 3 }).map((of): Query => ({ kind, of }))
}

function negated(of: Query): Query {
  return { kind: 'not', of }
}

const text = fc
  .array(
    fc.constantFrom(
      'ab',
      'Ab',
      'AB',
      'abc',
      'abd',
      'abdd',
      'xy',
      'XY',
      '#ab',
      '#abc',
      '@xy',
      '🔥',
      '東',
      '東京',
      'é',
      'É',
      'zz',
      'ab-xy',
      '?',
      '.',
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(' '))

/** Posts made of the words of these queries. */
export const anyPost: fc.Arbitrary<MatchablePost> = fc.record(
  {
    text,
    title: text,
    mediaDescriptions: fc.array(text, { maxLength: 2 }),
    author: fc.record(
      { handle: fc.constantFrom('acme', '@Acme@example.social', 'other'), followers: fc.constantFrom(5, 100, 2000) },
      { requiredKeys: ['handle'] },
    ),
    url: fc.constantFrom('https://example.com/blog/1', 'https://shop.example.com/x', 'https://other.org/Blog/2'),
    links: fc.array(fc.constantFrom('https://www.example.com/', 'http://other.org'), { maxLength: 2 }),
    country: fc.constantFrom('de', 'DE', 'us'),
    type: fc.constantFrom('post', 'review'),
    rating: fc.constantFrom(1, 3, 5),
    channel: fc.constantFrom('feed', 'bluesky'),
  },
  { requiredKeys: ['text'] },
)
