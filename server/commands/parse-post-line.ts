import { z } from 'zod'
import { postTypes } from '../model/post.ts'
import type { MatchablePost } from '../model/match.ts'

/** A post of a file of JSON lines: what a connector would hear, as far as it is stated. */
export type FilePost = MatchablePost & { id: string | number; language?: string; createdAt?: string }

/** A post needs an id and a text; of the rest, what has the wrong shape counts as not stated. */
const filePost = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  title: z.string().optional().catch(undefined),
  mediaDescriptions: z.array(z.string()).optional().catch(undefined),
  author: z
    .object({
      handle: z.string(),
      id: z.string().optional().catch(undefined),
      followers: z.number().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  url: z.string().optional().catch(undefined),
  links: z.array(z.string()).optional().catch(undefined),
  country: z.string().optional().catch(undefined),
  type: z.enum(postTypes).optional().catch(undefined),
  inReplyTo: z.string().optional().catch(undefined),
  rating: z.number().optional().catch(undefined),
  channel: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  createdAt: z.string().optional().catch(undefined),
})

/** Reads a line of a file of posts; a sentence when it is none. */
export function parsePostLine(line: string): { post: FilePost } | { problem: string } {
  let read: unknown
  try {
    read = JSON.parse(line)
  } catch {
    return { problem: 'This line is no JSON. A post is written {"id": "1", "text": "…"}, one a line.' }
  }
  if (isPlain(read)) return { post: { id: read.id, text: read.text } }
  const parsed = filePost.safeParse(read)
  if (!parsed.success) return { problem: 'A post needs "id" (a number or text) and "text" (text).' }
  return { post: withoutUndefined(parsed.data) }
}

/** Most files have nothing but ids and texts; these need no closer look. */
function isPlain(read: unknown): read is { id: string | number; text: string } {
  if (typeof read !== 'object' || read === null || !('id' in read) || !('text' in read)) return false
  const isKey = typeof read.id === 'number' || typeof read.id === 'string'
  return isKey && typeof read.text === 'string' && Object.keys(read).length === 2
}

function withoutUndefined(post: z.infer<typeof filePost>): FilePost {
  const kept: unknown = JSON.parse(JSON.stringify(post))
  // Parsed above; only keys without a value were dropped.
  return kept as FilePost
}
