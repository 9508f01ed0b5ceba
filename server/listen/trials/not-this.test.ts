import { expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { World } from '../../../tests/factories.ts'
import { aPost, aTopic, aWorkspace, refusalOf } from '../../../tests/factories.ts'
import { checkQuery } from '../topics/check-query.ts'
import { findStandingWords } from './find-standing-words.ts'
import { markPost } from './mark-post.ts'
import { proposeExclusions } from './propose-exclusions.ts'
import { rankExclusions } from './rank-exclusions.ts'

const db = await testDatabase()
const asked = {
  channelKinds: ['inbound'],
  now: new Date(Date.now() + 60_000),
  signal: new AbortController().signal,
}

function notThis(world: World, body: { query: string; postId: string; topicId?: string }) {
  return world.inside((tx) => proposeExclusions(tx, world.owner, { body, ...asked }))
}
function wordsOf(world: World, body: { query: string; topicId?: string }) {
  return world.inside((tx) => findStandingWords(tx, world.owner, { body, ...asked }))
}

/** A maker of kettles, and a cinema of the same name. */
async function aWorldOfTwoMeanings() {
  const world = await aWorkspace(db)
  const kettles = []
  const films = []
  for (let n = 0; n < 12; n++) {
    kettles.push(await aPost(world, { text: `The acme kettle number${n} leaks, what a morning with tea` }))
    films.push(await aPost(world, { text: `Tonight at the acme cinema a film with actor${n}` }))
    await aPost(world, { text: `What a morning, the train is late with the post${n}` })
  }
  return { world, kettles, films }
}

test('“not this” proposes what the wrong ones share, says what else would go, and keeps the right ones', async () => {
  const { world, kettles, films } = await aWorldOfTwoMeanings()
  const topicId = await aTopic(world, { query: 'acme' })
  for (const post of kettles.slice(0, 3))
    await world.inside((tx) => markPost(tx, world.owner, { topicId, postId: post.id, right: true }))
  for (const post of films.slice(0, 3))
    await world.inside((tx) => markPost(tx, world.owner, { topicId, postId: post.id, right: false }))
  const { finds, matches, exclusions } = await notThis(world, { query: 'acme', postId: films[5]!.id, topicId })
  expect({ finds, matches }).toEqual({ finds: true, matches: 23 })
  const [best] = exclusions
  expect(['cinema', 'film', 'tonight', 'at', 'actor5']).toContain(best!.term)
  expect(best).toMatchObject({ removes: 11, removesRight: 0, removesWrong: 3 })
  expect(best!.samples).toHaveLength(3)
  expect(best!.samples.every((one) => one.text.includes('cinema'))).toBe(true)
  expect(best!.query).toBe(`acme -${best!.term}`)
  expect(exclusions.every((one) => checkQuery(one.query).ok)).toBe(true)
  const terms = exclusions.map((one) => one.term)
  // What the right ones hold too comes behind all that they do not.
  expect(terms.includes('with') ? terms.indexOf('with') : 9).toBeGreaterThan(terms.indexOf('film'))
  expect(terms).not.toContain('acme')
})

test('the exclusion is put in with the brackets it needs, whatever the query', async () => {
  const { world, films } = await aWorldOfTwoMeanings()
  const postId = films[0]!.id
  const queryFor = async (query: string) => {
    const { exclusions } = await notThis(world, { query, postId })
    return exclusions.find((one) => one.term === 'actor0' || one.term === 'film')?.query
  }
  expect(await queryFor('acme OR rival')).toMatch(/^\(acme OR rival\) -(actor0|film)$/)
  expect(await queryFor('acme -tea')).toMatch(/^acme -tea -(actor0|film)$/)
  expect(await queryFor('acme NEAR/3 cinema')).toMatch(/^acme NEAR\/3 cinema -(actor0|film)$/)
})

test('for a post that the query does not find, or a query with a mistake, nothing is proposed', async () => {
  const { world, kettles } = await aWorldOfTwoMeanings()
  const postId = kettles[0]!.id
  expect(await notThis(world, { query: 'cinema', postId })).toMatchObject({ finds: false, exclusions: [] })
  const broken = await notThis(world, { query: '(acme', postId })
  expect(broken).toMatchObject({ finds: false, exclusions: [], diagnostics: [{ severity: 'error' }] })
  const nowhere = notThis(world, { query: 'acme', postId: world.workspaceId })
  expect(await refusalOf(nowhere)).toMatchObject({ status: 404 })
})

test('words that stand out are those of the matches, without the words of the query', async () => {
  const { world } = await aWorldOfTwoMeanings()
  const { matches, others, words } = await wordsOf(world, { query: 'kettle OR film' })
  expect({ matches, others }).toEqual({ matches: 24, others: 12 })
  const said = words.map((one) => one.word)
  expect(said[0]).toBe('acme')
  expect(words[0]).toMatchObject({ matches: 24, others: 0 })
  for (const word of ['kettle', 'film', 'morning', 'a', 'with']) expect(said).not.toContain(word)
  expect((await wordsOf(world, { query: 'nothing' })).words).toEqual([])
  expect(await wordsOf(world, { query: '(acme' })).toMatchObject({ words: [], diagnostics: [{ severity: 'error' }] })
})

const effect = { isPair: false, removesRight: 0, removesWrong: 0, commonness: 0.01 }

test.each([
  [
    'one that takes a right one away comes last',
    [
      ['b', {}],
      ['a', { removesRight: 1 }],
    ],
  ],
  [
    'one that takes wrong ones away comes first',
    [
      ['b', { removesWrong: 1 }],
      ['a', {}],
    ],
  ],
  [
    'one that nearly every post holds comes behind',
    [
      ['b', {}],
      ['a', { commonness: 0.4 }],
    ],
  ],
  [
    'one that stands nowhere else comes behind',
    [
      ['b', {}],
      ['a', { commonness: 0, removes: [] }],
    ],
  ],
] as const)('%s', (_, [first, second]) => {
  const effects = [second, first].map(([term, more]) => ({ ...effect, removes: ['x'], term, ...more }))
  const ranked = rankExclusions(
    effects.map((one) => ({ ...one, removes: [...one.removes] })),
    20,
  )
  expect(ranked.map((one) => one.term)).toEqual(['b', 'a'])
})

test('what takes most matches away is no exclusion, and a pair that does what its word does is one too many', () => {
  const most = { ...effect, term: 'the', removes: Array.from({ length: 11 }, (_, n) => `p${n}`) }
  const word = { ...effect, term: 'film', removes: ['p1', 'p2'] }
  const pair = { ...word, term: 'film night', isPair: true }
  expect(rankExclusions([most, pair, word], 20).map((one) => one.term)).toEqual(['film'])
})
