import type { HeardPost } from '../../model/post.ts'
import { askJson, NotThere } from '../ask-json.ts'
import type { Tools } from '../connector.ts'
import { parseItem } from './parse.ts'
import type { HackerNewsSettings } from './settings.ts'

/** The story and the comments above a post, and all under it, oldest first; nothing when it is gone. */
export async function readThread(tools: Tools<HackerNewsSettings>, externalId: string): Promise<HeardPost[]> {
  const own = await readItem(tools, externalId)
  if (!own) return []
  const story = parseItem(own)?.post?.threadRoot
  const tree = story === undefined || story === externalId ? own : ((await readItem(tools, story)) ?? own)
  return threadOf(tree, externalId)
}

/** An item with everything under it, as it came; undefined when it is gone. */
export async function readItem(tools: Tools<HackerNewsSettings>, externalId: string): Promise<unknown> {
  const address = new URL(`/api/v1/items/${encodeURIComponent(externalId)}`, tools.settings.server).href
  try {
    const { body } = await askJson(tools, { network: 'Hacker News', address })
    return body
  } catch (error) {
    if (error instanceof NotThere) return undefined
    throw error
  }
}

/** What stands above and under one item of a tree, without itself. Trees may be deep: no recursion. */
export function threadOf(tree: unknown, externalId: string): HeardPost[] {
  const all = flatten(tree)
  const byId = new Map(all.map((one) => [one.id, one]))
  const posts: HeardPost[] = []
  for (let above = byId.get(externalId)?.parent; above !== undefined; above = byId.get(above)?.parent)
    posts.push(...(byId.get(above)?.post ?? []))
  const under = new Set([externalId])
  for (const { id, parent, post } of all) {
    if (parent === undefined || !under.has(parent)) continue
    under.add(id)
    posts.push(...post)
  }
  return posts.sort((one, two) => one.createdAt.getTime() - two.createdAt.getTime())
}

interface Flat {
  id: string
  parent: string | undefined
  /** Empty where it was deleted. */
  post: HeardPost[]
}

/** Parents come before their children. */
function flatten(tree: unknown): Flat[] {
  const flat: Flat[] = []
  const queue: { raw: unknown; parent: string | undefined }[] = [{ raw: tree, parent: undefined }]
  for (const { raw, parent } of queue) {
    const item = parseItem(raw)
    if (!item) continue
    flat.push({ id: item.id, parent, post: item.post ? [item.post] : [] })
    for (const child of item.children) queue.push({ raw: child, parent: item.id })
  }
  return flat
}
