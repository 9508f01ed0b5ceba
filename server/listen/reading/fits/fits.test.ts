import { expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { aPost, aTopic, aWorkspace, refusalOf, type World } from '../../../../tests/factories.ts'
import { makePipeline } from '../../../pipeline.ts'
import { followArrivals } from '../../arrivals/follow-arrivals.ts'
import { listPosts } from '../../topics/list-posts.ts'
import { makeTopicsInUse } from '../../topics/topics-in-use.ts'
import { correctReading } from '../corrections/correct-reading.ts'
import { listFits } from './list-fits.ts'
import { makeFit } from './make-fit.ts'
import { switchFit } from './switch-fit.ts'

const db = await testDatabase()

const boards = ['board', 'boots', 'jacket', 'helmet', 'binding', 'goggles', 'gloves', 'wax']
const places = ['here', 'there', 'at home', 'uphill', 'inside', 'outside']

/** Everything pending goes its way. */
async function hear(world: World): Promise<void> {
  const handle = makePipeline(makeTopicsInUse())
  while ((await followArrivals({ db, workspaceId: world.workspaceId, handle })) > 0);
}

test('from enough answers a fit is made, offered, switched on for what comes, and switched off again', async () => {
  const world = await aWorkspace(db)
  await aTopic(world, { query: 'acme' })
  // Too short to be copies of one another: copies are held back together, and here each is to count by itself.
  const posts = boards.flatMap((board) => places.map((place) => `Acme ${board} ${place}: awful, bad`))
  const ids: string[] = []
  for (const text of posts) ids.push((await aPost(world, { text })).id)
  await hear(world)
  const makes = (least: number) => world.inside((tx) => makeFit(tx, world.owner, { reader: 'sentiment', least }))
  expect(await refusalOf(makes(20))).toMatchObject({ status: 422, code: 'too_few_answers' })
  await world.inside(async (tx) => {
    for (const postId of ids) await correctReading(tx, world.owner, { postId, reader: 'sentiment', label: 'positive' })
  })
  const id = await makes(20)
  const listed = () => world.inside((tx) => listFits(tx, world.workspaceId, 'sentiment'))
  const [made] = (await listed()).items
  expect(made).toMatchObject({ id, number: 1, isOn: false, switched: null, rests: false, before: { right: 0 } })
  expect(made!.after.right).toBe(made!.after.count)
  expect(made!.after.count).toBeGreaterThan(3)

  const moodOf = async (text: string) => {
    const { id: postId } = await aPost(world, { text })
    await hear(world)
    const { items } = await world.inside((tx) => listPosts(tx, world.owner, { limit: 5 }))
    return items.find((post) => post.id === postId)?.reading?.['sentiment']
  }
  const switchTo = (fitId: string | null) =>
    world.inside((tx) => switchFit(tx, world.owner, { reader: 'sentiment', fitId }))
  expect(await moodOf('The acme sled is terrible and awful, a bad one.')).toMatchObject({ label: 'negative' })
  await switchTo(id)
  const fitted = await moodOf('The acme tent was terrible, so awful and bad.')
  expect(fitted).toMatchObject({ label: 'positive', reader: `${made!.base}+1` })
  await switchTo(null)
  expect(await moodOf('Our acme rope, terrible and awful and bad.')).toMatchObject({ label: 'negative' })
  expect((await listed()).items[0]).toMatchObject({ isOn: false, switched: { by: { name: world.owner.name } } })
}, 60_000)

test('a fit made on another version of its reader rests, and says so', async () => {
  const world = await aWorkspace(db)
  await aTopic(world, { query: 'acme' })
  const base = {
    id: world.workspaceId,
    reader: 'sentiment',
    number: 1,
    base: 'sentiment@0',
    kind: 'calibration' as const,
  }
  const score = JSON.stringify({ right: 1, count: 2, macroF1: 0.5, calibrationError: 0.1 })
  await world.inside((tx) =>
    tx
      .insertInto('readerFit')
      .values({
        ...base,
        workspaceId: world.workspaceId,
        labels: ['negative', 'neutral', 'positive'],
        temperature: 1,
        offsets: [0, 0, 50],
        hashes: Buffer.alloc(0),
        weights: Buffer.alloc(0),
        answers: 200,
        before: score,
        after: score,
        madeBy: world.owner.colleagueId,
        isOn: true,
        switchedBy: world.owner.colleagueId,
        switchedAt: new Date(),
      })
      .execute(),
  )
  await aPost(world, { text: 'My acme kettle is terrible and awful.' })
  await hear(world)
  const { items } = await world.inside((tx) => listPosts(tx, world.owner, { limit: 5 }))
  expect(items[0]?.reading?.['sentiment']).toMatchObject({ label: 'negative' })
  expect((await world.inside((tx) => listFits(tx, world.workspaceId, 'sentiment'))).items[0]).toMatchObject({
    rests: true,
  })
})

test('only fits of one’s own workspace can be switched on', async () => {
  const world = await aWorkspace(db)
  const fitId = world.workspaceId
  expect(
    await refusalOf(world.inside((tx) => switchFit(tx, world.owner, { reader: 'sentiment', fitId }))),
  ).toMatchObject({ status: 404 })
})
