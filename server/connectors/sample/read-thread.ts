import { z } from 'zod'
import type { HeardPost } from '../../model/post.ts'
import type { Tools } from '../connector.ts'
import { mailboxOf } from './mailbox.ts'
import { pastWeek } from './past-week.ts'
import { networkOf, type SampleSettings } from './settings.ts'

const begunAt = z.object({ begun: z.coerce.date() })

/** Everything of a post's thread: what the past week said, and what was said while this process runs. Oldest first. */
export function readThread({ settings, cursor }: Tools<SampleSettings>, externalId: string): Promise<HeardPost[]> {
  const begun = begunAt.safeParse(cursor).data?.begun
  const said = (begun ? pastWeek(settings, begun) : []).map(({ heard }) => heard)
  const gone = new Set(said.flatMap((heard) => (heard.kind === 'deleted' ? [heard.externalId] : [])))
  const posts = new Map<string, HeardPost>()
  for (const heard of said) if (heard.kind === 'post') posts.set(heard.post.externalId, heard.post)
  for (const post of mailboxOf(networkOf(settings)).lately) posts.set(post.externalId, post)
  const root = posts.get(externalId)?.threadRoot ?? externalId
  const thread = [...posts.values()].filter(
    (post) => (post.externalId === root || post.threadRoot === root) && !gone.has(post.externalId),
  )
  return Promise.resolve(thread.sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime()))
}
