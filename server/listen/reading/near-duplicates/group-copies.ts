import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../lib/id.ts'
import { makeCopyWindow, windowSize, type CopyWindow } from './copy-window.ts'
import { readSignatures } from './read-signatures.ts'
import { signText, type Signature } from './sign-text.ts'

/** By which copies of a post are found, and the group of those that say the same. */
export interface Grouped {
  signature: Signature
  copiesId: string
}

/** What is looked at of a post. */
export interface GroupedPost {
  id: string
  title: string | null
  text: string
  ours: boolean
}

/** Finds of each post which group of copies it belongs to: that of the most alike among the newest, else one of its own. */
export interface CopyGroups {
  /** Brings the window up to what is stored: after a start, and after another process had its turn. */
  open(tx: Tx, workspaceId: string): Promise<void>
  /** Undefined for posts of our own, and for what says too little to be a copy of anything. */
  group(tx: Tx, workspaceId: string, post: GroupedPost): Promise<Grouped | undefined>
}

interface Held {
  window: CopyWindow
  newestId: string
  opening: Promise<void> | undefined
}

/** One window for each workspace, held in memory; signatures stand with the readings of the posts. */
export function makeCopyGroups(size: number = windowSize): CopyGroups {
  const held = new Map<string, Held>()
  const of = (workspaceId: string): Held => {
    const known = held.get(workspaceId)
    if (known) return known
    const made = { window: makeCopyWindow(size), newestId: '', opening: undefined }
    held.set(workspaceId, made)
    return made
  }
  return {
    async open(tx, workspaceId) {
      const one = of(workspaceId)
      one.opening ??= catchUp(tx, workspaceId, { held: one, size }).finally(() => (one.opening = undefined))
      await one.opening
    },
    async group(tx, workspaceId, post) {
      const signature = post.ours ? undefined : signText(`${post.title ?? ''}\n${post.text}`)
      if (!signature) return undefined
      const one = of(workspaceId)
      const alike = one.window.find(signature)
      const copiesId = alike ? await groupOf(tx, workspaceId, alike) : newId()
      if (alike?.id !== post.id) add(one, { id: post.id, copiesId }, signature)
      return { signature, copiesId }
    },
  }
}

async function catchUp(tx: Tx, workspaceId: string, { held, size }: { held: Held; size: number }): Promise<void> {
  for await (const { id, copiesId, signature } of readSignatures(tx, workspaceId, { after: held.newestId, most: size }))
    add(held, { id, copiesId }, signature)
}

function add(held: Held, post: { id: string; copiesId: string }, signature: Signature): void {
  held.window.add(post, signature)
  if (post.id > held.newestId) held.newestId = post.id
}

/** As it is stored, or as it was found while it is not stored yet. Nobody joins what a person took out: it stands alone. */
async function groupOf(tx: Tx, workspaceId: string, alike: { id: string; copiesId: string }): Promise<string> {
  const row = await tx
    .selectFrom('reading')
    .select(['copiesId', 'splitFrom'])
    .where('workspaceId', '=', workspaceId)
    .where('postId', '=', alike.id)
    .executeTakeFirst()
  return row?.splitFrom ?? row?.copiesId ?? alike.copiesId
}
