import { tokenize } from '../../lib/tokenize.ts'

/** The words of a post in their order: its title's, its text's, and those of its pictures' descriptions, each a list. */
export function wordsOfPost(post: { title: string | null; text: string; mediaDescriptions: string[] }): string[][] {
  return [post.title ?? '', post.text, ...post.mediaDescriptions].map((part) => tokenize(part).words)
}
