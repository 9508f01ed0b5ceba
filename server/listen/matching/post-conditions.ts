import type { MatchablePost } from '../../model/match.ts'
import type { CompareQuery } from '../../model/query.ts'

/**
 * Everything that the fields of the language can ask of a post, as words that cannot be in a text: `type:review`,
 * `author:acme`, `site:example.com` and each domain above it. `url:` (a part of an address) and `lang:` are not among them.
 */
export function conditionsOf(post: MatchablePost): Set<string> {
  const conditions = new Set<string>()
  conditions.add(`type:${post.type ?? (post.inReplyTo === undefined ? 'post' : 'reply')}`)
  if (post.channel !== undefined) conditions.add(`channel:${post.channel.toLowerCase()}`)
  if (post.country !== undefined) conditions.add(`country:${post.country.toLowerCase()}`)
  if (post.author) addAuthor(conditions, post.author)
  if (post.url !== undefined) addDomains(conditions, 'site', post.url)
  addLinks(conditions, post)
  if ((post.mediaDescriptions?.length ?? 0) > 0) conditions.add('has:media')
  if (asksSomething(post.title) || asksSomething(post.text)) conditions.add('has:question')
  return conditions
}

/** Whether a number that the source states fits; a post without the number never does. */
export function fitsComparison(post: MatchablePost, { field, operator, value }: CompareQuery): boolean {
  const stated = field === 'rating' ? post.rating : post.author?.followers
  if (stated === undefined || stated === null) return false
  switch (operator) {
    case '<':
      return stated < value
    case '<=':
      return stated <= value
    case '>':
      return stated > value
    case '>=':
      return stated >= value
    case '=':
      break
  }
  return stated === value
}

/** On networks of many servers a handle is `name@server`: the name alone finds it too. */
function addAuthor(conditions: Set<string>, { handle, id }: { handle: string; id?: string }): void {
  const name = handle.replace(/^@/, '').toLowerCase()
  conditions.add(`author:${name}`)
  const server = name.indexOf('@')
  if (server > 0) conditions.add(`author:${name.slice(0, server)}`)
  if (id !== undefined) conditions.add(`author:${id.toLowerCase()}`)
}

const linkInText = /\bhttps?:\/\/[^\s<>"'()]+/giu

function addLinks(conditions: Set<string>, post: MatchablePost): void {
  for (const link of post.links ?? []) addLink(conditions, link)
  for (const text of [post.title, post.text]) {
    if (!text?.includes('://')) continue
    for (const [link] of text.matchAll(linkInText)) addLink(conditions, link)
  }
}

function addLink(conditions: Set<string>, link: string): void {
  conditions.add('has:link')
  addDomains(conditions, 'link', link)
}

function addDomains(conditions: Set<string>, field: 'site' | 'link', address: string): void {
  const host = /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@\s]*@)?([^/?#\s]+)/i
    .exec(address)?.[1]
    ?.toLowerCase()
    .replace(/\.$/, '')
  if (!host) return
  conditions.add(`${field}:${host}`)
  let domain = host.replace(/:\d+$/, '')
  while (domain !== '') {
    conditions.add(`${field}:${domain}`)
    const dot = domain.indexOf('.')
    domain = dot < 0 ? '' : domain.slice(dot + 1)
  }
}

/** A question mark that ends something: not one inside an address. */
function asksSomething(text: string | undefined): boolean {
  return text !== undefined && /[?\uff1f\u061f](?![\p{L}\p{N}_=&%/])|[\uff1f\u061f]/u.test(text)
}
