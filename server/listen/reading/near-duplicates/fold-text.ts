import { readLength } from '../cut-post.ts'

/**
 * What is left of a post when everything goes that a copy is told apart by: case, accents, marks, emoji, links, handles, and
 * the sign of a repost before it. Letters and numbers, one space between words. Takes time by its length, and reads no more
 * than any reader does.
 */
export function foldText(text: string): string {
  return text
    .slice(0, readLength)
    .replaceAll(/&(?:amp|lt|gt|quot|#39);|https?:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.-]+/giu, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:rt|re|qt|via) /, '')
}
