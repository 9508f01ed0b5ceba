import type { Job } from '../../../db/job.ts'
import { refinePosts, type RefinerParts } from './refine-posts.ts'

/** Asks the refiner of every workspace that has one switched on. A slow one must not keep other jobs: run it in a loop of its own. */
export function refineJob(parts: RefinerParts): Job {
  return {
    name: 'refine posts',
    everySeconds: 5,
    run: async (work, { workspaceId }) => {
      await refinePosts(parts, work, workspaceId)
    },
  }
}
