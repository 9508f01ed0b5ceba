import type { Visibility } from '../../model/post.ts'
import type { Outgoing } from '../connector.ts'
import { hostOf } from './server-address.ts'
import type { MastodonSettings } from './settings.ts'

/** A reply as the server takes it. */
export interface ComposedStatus {
  status: string
  in_reply_to_id: string
  /** In the server's words: `private` is what we call followers. */
  visibility: 'public' | 'unlisted' | 'private' | 'direct'
  spoiler_text?: string
}

const fromWide: Visibility[] = ['public', 'unlisted', 'followers', 'direct']

/** The status for a reply: it names whom it answers, carries the content warning on and is never wider than the post. */
export function composeStatus(message: Outgoing, settings: MastodonSettings): ComposedStatus {
  const { inReplyTo } = message
  const visibility = narrowest(inReplyTo.visibility, message.audience === 'private' ? 'direct' : settings.visibility)
  return {
    status: withMention(message.text, mentionOf(inReplyTo.author.handle, settings)),
    in_reply_to_id: inReplyTo.externalId,
    visibility: visibility === 'followers' ? 'private' : visibility,
    ...(inReplyTo.title && { spoiler_text: inReplyTo.title }),
  }
}

/** Why the server would not take it, as a sentence; `undefined` when it fits. */
export function whyTooLong({ status, spoiler_text }: ComposedStatus, settings: MastodonSettings): string | undefined {
  const most = settings.maxCharacters ?? defaultMaxCharacters
  const length = countCharacters(`${spoiler_text ?? ''}${status}`, settings.charactersPerLink ?? 23)
  if (length <= most) return undefined
  return `The reply has ${length} characters with the name it answers${spoiler_text ? ' and the content warning' : ''}; ${hostOf(settings.server)} takes ${most}. Shorten it and send it again.`
}

export const defaultMaxCharacters = 500

/**
 * Characters as Mastodon counts them: what a person sees as one, links a fixed number, mentions without their host.
 * https://docs.joinmastodon.org/user/posting/#text
 */
export function countCharacters(text: string, perLink: number): number {
  const counted = text
    .replace(/https?:\/\/[^\s<>"]+/giu, 'x'.repeat(perLink))
    .replace(/(@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)@[\p{L}\p{N}.:-]*[\p{L}\p{N}]/gu, '$1')
  return [...new Intl.Segmenter().segment(counted)].length
}

function narrowest(...given: Visibility[]): Visibility {
  return fromWide[Math.max(...given.map((each) => fromWide.indexOf(each)))] ?? 'direct'
}

/**
 * Accounts of our own server are named without host: that always finds them, whatever the server calls itself.
 * Whoever goes on under a post of our own names nobody.
 */
function mentionOf(handle: string, settings: MastodonSettings): string {
  if (handle.replace(/^@/u, '').toLowerCase() === settings.account?.toLowerCase()) return ''
  const [name = '', host] = handle.replace(/^@/u, '').split('@')
  const isLocal = host === undefined || host === settings.domain || host === hostOf(settings.server)
  return isLocal ? `@${name}` : `@${name}@${host}`
}

function withMention(text: string, mention: string): string {
  const at = text.toLowerCase().indexOf(mention.toLowerCase())
  const isThere =
    at >= 0 && !/[\p{L}\p{N}_@]/u.test(text.charAt(at + mention.length)) && !/[\p{L}\p{N}_]/u.test(text.charAt(at - 1))
  return isThere || mention.length < 2 ? text : `${mention} ${text}`
}
