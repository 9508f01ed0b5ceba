import { z } from 'zod'
import type { HeardPost } from '../../model/post.ts'
import { textOfHtml } from '../text-of-html.ts'

const words = z.string().nullish().catch(null)
const number = z.union([z.number(), z.string()]).nullish().catch(null)

// oxlint-disable no-underscore-dangle -- the search calls it `_tags`

/** A story or comment as the search has it (`objectID`, `_tags`). */
const hitSchema = z.object({
  objectID: z.string(),
  created_at_i: z.number(),
  author: words,
  title: words,
  url: words,
  story_text: words,
  comment_text: words,
  story_id: number,
  parent_id: number,
  _tags: z.array(z.string()).catch([]),
})

/** The same as the tree of a story has it (`id`, `children`). */
const itemSchema = z.object({
  id: z.number(),
  created_at_i: z.number(),
  author: words,
  title: words,
  url: words,
  text: words,
  type: words,
  story_id: number,
  parent_id: number,
  children: z.array(z.unknown()).catch([]),
})

/** A hit of the search as a post; undefined for what nobody can read (deleted, of another shape). */
export function parseHit(raw: unknown): HeardPost | undefined {
  const hit = hitSchema.safeParse(raw).data
  if (!hit || !hit.author) return undefined
  const isComment = hit._tags.includes('comment') || (hit.comment_text ?? '') !== ''
  return postOf({
    id: hit.objectID,
    at: hit.created_at_i,
    author: hit.author,
    html: (isComment ? hit.comment_text : hit.story_text) ?? '',
    kind: isComment ? 'comment' : hit._tags.includes('ask_hn') ? 'question' : 'post',
    title: isComment ? null : hit.title,
    url: isComment ? null : hit.url,
    story: hit.story_id,
    parent: isComment ? hit.parent_id : null,
  })
}

/** An item of a story's tree, without its children; undefined where it was deleted. */
export function parseItem(raw: unknown): { post: HeardPost | undefined; id: string; children: unknown[] } | undefined {
  const item = itemSchema.safeParse(raw).data
  if (!item) return undefined
  const { id, children, author } = item
  if (!author) return { post: undefined, id: String(id), children }
  const isComment = item.type === 'comment'
  const post = postOf({
    id: String(id),
    at: item.created_at_i,
    author,
    html: item.text ?? '',
    kind: isComment ? 'comment' : 'post',
    title: item.title,
    url: item.url,
    story: item.story_id,
    parent: item.parent_id,
  })
  return { post, id: String(id), children }
}

interface Told {
  id: string
  /** Seconds since 1970. */
  at: number
  author: string
  html: string
  kind: 'comment' | 'question' | 'post'
  title: string | null | undefined
  url: string | null | undefined
  story: number | string | null | undefined
  parent: number | string | null | undefined
}

const site = 'https://news.ycombinator.com'

function postOf({ id, at, author, html, kind, title, url, story, parent }: Told): HeardPost {
  const { text, links } = textOfHtml(html)
  const shared = url && /^https?:\/\//iu.test(url) ? [url] : []
  return {
    externalId: id,
    text,
    ...(title && { title: textOfHtml(title).text }),
    author: { id: author, handle: author, url: `${site}/user?id=${encodeURIComponent(author)}` },
    url: `${site}/item?id=${id}`,
    createdAt: new Date(at * 1000),
    type: kind,
    links: [...new Set([...shared, ...links])],
    ...(parent && { inReplyTo: String(parent) }),
    threadRoot: story ? String(story) : id,
  }
}
