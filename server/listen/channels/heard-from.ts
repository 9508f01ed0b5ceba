import type { InboundPost } from '../../../contract/inbound.ts'
import type { Author, Heard, HeardPost } from '../../model/post.ts'

/** A pushed or recorded post as a channel hears it. */
export function heardFrom(row: InboundPost): Heard {
  if (row.deleted) return { kind: 'deleted', externalId: row.id }
  const { id, author, createdAt, editedAt, deleted: _deleted, ...rest } = row
  // The schema leaves absent keys out; it never gives `undefined`.
  const stated: Partial<HeardPost> = Object.fromEntries(Object.entries(rest))
  const post: HeardPost = {
    ...stated,
    text: row.text,
    externalId: id,
    author: authorOf(author),
    createdAt: new Date(createdAt),
    ...(editedAt === undefined ? {} : { editedAt: new Date(editedAt) }),
  }
  return { kind: 'post', post }
}

function authorOf({ id, handle, ...rest }: InboundPost['author']): Author {
  const stated: Partial<Author> = Object.fromEntries(Object.entries(rest))
  return { ...stated, id, handle: handle ?? id }
}
