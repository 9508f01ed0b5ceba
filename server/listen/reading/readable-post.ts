/** What a reader needs of a post. */
export interface ReadablePost {
  text: string
  title?: string
  /** BCP 47, as the source states it. */
  language?: string
}

/** A kept post as the readers take it. */
export function readableFrom(post: { text: string; title: string | null; language: string | null }): ReadablePost {
  return {
    text: post.text,
    ...(post.title !== null && { title: post.title }),
    ...(post.language !== null && { language: post.language }),
  }
}
