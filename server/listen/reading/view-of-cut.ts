import type { PostView } from '../matching/view-post.ts'
import { viewPost } from '../matching/view-post.ts'
import type { CutPost } from './cut-post.ts'

const views = new WeakMap<CutPost, PostView>()

/** A cut post as queries see it, made when first asked for. Addresses are blanked out, so that offsets are the post's. */
export function viewOf(cut: CutPost): PostView {
  const held = views.get(cut)
  if (held) return held
  const { title, text } = cut.post
  const view = viewPost({
    text: withoutAddresses(text),
    ...(title !== undefined && { title: withoutAddresses(title) }),
  })
  views.set(cut, view)
  return view
}

/** Blanks out addresses and handles, whose words are nobody's opinion; everything else keeps its place. */
function withoutAddresses(text: string): string {
  if (!/:\/\/|@|www\./.test(text)) return text
  return text.replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_.-]+/giu, (address) =>
    ' '.repeat(address.length),
  )
}
