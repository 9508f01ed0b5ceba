import { expect, test } from 'vitest'
import { scoreFeedFolders } from '../scripts/score-feed-folders.ts'
import { inShared, sharedDir } from './shared-dir.ts'

test.skipIf(!sharedDir)('at least 85 of 100 stated feeds are read as they state (needs the shared folder)', () => {
  const scores = [...scoreFeedFolders(inShared('fixtures/feeds')).folders.values()]
  const total = scores.reduce((sum, score) => sum + score.total, 0)
  expect(total).toBeGreaterThan(200)
  expect(scores.reduce((sum, score) => sum + score.passed, 0) / total).toBeGreaterThanOrEqual(0.85)
})
