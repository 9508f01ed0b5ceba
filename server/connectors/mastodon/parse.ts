import type { Author, HeardPost, PostType, Visibility } from '../../model/post.ts'
import type { MastodonAccount, MastodonStatus, PlainStatus } from './status-schema.ts'
import { textOfHtml } from './text-of-html.ts'

/** Who we are at the server, to tell our own posts and those that speak to us. */
export interface OwnAccount {
  id?: string
  /** `acme@example.social` */
  account?: string
  url?: string
  /** The server's account domain, which completes the names of its own accounts. */
  domain: string
}

/** A status as a heard post. A repost is nobody's words: the post it passes on is heard instead. */
export function parseStatus(status: MastodonStatus, us: OwnAccount): HeardPost {
  const heard: PlainStatus = status.reblog ?? status
  const { text, links } = textOfHtml(withoutQuoteLine(heard))
  const ours = isOurs(heard.account, us)
  const visibility = visibilityOf(heard.visibility)
  return {
    externalId: heard.id,
    text: [text, ...(heard.poll?.options ?? []).map((option) => `- ${option.title}`)].filter(Boolean).join('\n'),
    author: authorOf(heard.account, us),
    createdAt: new Date(heard.created_at),
    type: typeOf(heard, visibility),
    visibility,
    ...partsOf(heard, links),
    ...(ours && { ours }),
    ...(!ours && (visibility === 'direct' || mentionsUs(heard, us)) && { addressedToUs: true }),
  }
}

/** Changes whenever the words of a status do, also at servers that do not say when it was edited. */
export function versionOf(post: HeardPost): string {
  const words = [post.title, post.text, ...(post.mediaDescriptions ?? [])].join('\n')
  let sum = 0
  for (const letter of words) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0
  return (sum >>> 0).toString(36)
}

function partsOf(status: PlainStatus, links: string[]): Partial<HeardPost> {
  const url = status.url ?? status.uri
  const media = status.media_attachments.map((each) => each.description ?? '')
  return {
    ...(status.spoiler_text && { title: status.spoiler_text }),
    ...(media.length > 0 && { mediaDescriptions: media }),
    ...(links.length > 0 && { links }),
    ...(url && { url }),
    ...(status.edited_at && { editedAt: new Date(status.edited_at) }),
    ...(status.language && { language: status.language }),
    ...(status.in_reply_to_id && { inReplyTo: status.in_reply_to_id }),
  }
}

/** The full name with the host, so that one person has one name whichever server told of them. */
export function authorOf(account: MastodonAccount, us: OwnAccount): Author {
  return {
    id: account.id,
    handle: `@${completeName(account.acct, us)}`,
    ...(account.display_name && { name: account.display_name }),
    ...(account.url && { url: account.url }),
    ...(typeof account.followers_count === 'number' && { followers: account.followers_count }),
  }
}

export function completeName(acct: string, us: Pick<OwnAccount, 'domain'>): string {
  return acct.includes('@') ? acct : `${acct}@${us.domain}`
}

export function isOurs(account: Pick<MastodonAccount, 'id' | 'acct'>, us: OwnAccount): boolean {
  if (us.id) return account.id === us.id
  return isOurName(account.acct, us)
}

/**
 * By name and address before the id: snac numbers the mentions of a post instead of naming the accounts,
 * and leaves the list empty in some answers; then only the link in the text tells.
 */
function mentionsUs(status: PlainStatus, us: OwnAccount): boolean {
  const isListed = status.mentions.some(
    ({ id, acct, url }) => (acct && isOurName(acct, us)) || (url && url === us.url) || (id && id === us.id),
  )
  return (
    isListed || (us.url !== undefined && (status.content ?? '').includes(`<a href="${us.url}" class="u-url mention"`))
  )
}

function isOurName(acct: string, us: OwnAccount): boolean {
  return us.account !== undefined && completeName(acct, us).toLowerCase() === us.account.toLowerCase()
}

/** What we do not know is read as narrow as it may be meant. */
export function visibilityOf(stated: string | null | undefined): Visibility {
  if (stated === 'public' || stated === 'unlisted' || stated === 'direct') return stated
  return 'followers'
}

function typeOf(status: PlainStatus, visibility: Visibility): PostType {
  if (visibility === 'direct') return 'message'
  if (status.in_reply_to_id) return 'reply'
  return status.quote ? 'quote' : 'post'
}

/** A quote repeats its address as the first line, for servers that know no quotes. */
function withoutQuoteLine(status: PlainStatus): string {
  const content = status.content ?? ''
  return status.quote ? content.replace(/^<p class="quote-inline">.*?<\/p>/su, '') : content
}
