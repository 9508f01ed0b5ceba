import { expect, test } from 'vitest'
import { testDatabase } from '../tests/database.ts'
import { aWorkspace } from '../tests/factories.ts'
import { setLogLevel } from './log.ts'
import { runJobs } from './run-jobs.ts'

setLogLevel('silent')
const db = await testDatabase()

test('a job runs in every workspace, also beside one where it fails, and comes again', async () => {
  const [one, other] = [await aWorkspace(db, 'One'), await aWorkspace(db, 'Other')]
  const ran: string[] = []
  const names: string[] = []
  const running = runJobs(db, [
    {
      name: 'failing',
      everySeconds: 0.01,
      run: async (_, { workspaceId }) => {
        ran.push(workspaceId)
        throw new Error('not today')
      },
    },
    {
      name: 'reading',
      everySeconds: 3600,
      run: async (work) => {
        const rows = await work((tx) => tx.selectFrom('workspace').select('name').execute())
        names.push(...rows.map(({ name }) => name))
      },
    },
  ])
  const times = (id: string): number => ran.filter((each) => each === id).length
  await expect
    .poll(() => Math.min(times(one.workspaceId), times(other.workspaceId)), { timeout: 10_000 })
    .toBeGreaterThan(1)
  await running.stop()
  expect(names.toSorted()).toEqual(['One', 'Other'])
  const before = ran.length
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(ran.length).toBe(before)
})
