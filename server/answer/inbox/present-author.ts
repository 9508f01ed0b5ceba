import type { Author } from '../../model/post.ts'

/** What an author is called: the name they gave, else the handle. */
export function nameOfAuthor(author: Pick<Author, 'name' | 'handle'> | null): string {
  return author?.name?.trim() || author?.handle || ''
}
