import { z } from 'zod'

const message = 'Type the address of a feed, or of a page that has one, as https://example.com/feed.'

export const feedSettings = z.object({
  url: z
    .string({ error: message })
    .trim()
    .min(1, message)
    .max(2000, 'An address this long is none.')
    .transform(completeAddress)
    .pipe(z.url({ protocol: /^https?$/, error: message }))
    .meta({
      label: 'Address',
      help: 'Of the feed, or of a page that has one.',
      placeholder: 'https://example.com/feed',
    }),
  userName: z.string().trim().optional().meta({ label: 'Name', help: 'Only for a feed behind a password.' }),
  password: z.string().optional().meta({ label: 'Password', secret: true }),
  /** The address the feed had when it was connected: its posts stay the same posts when it moves. */
  identity: z.string().optional().meta({ label: 'Identity', made: true }),
})

export type FeedSettings = z.output<typeof feedSettings>

/** What people type or paste: without a scheme, or with the `feed:` of old. */
function completeAddress(typed: string): string {
  const address = typed.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:(?:\/\/)?/i, 'https://')
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`
}

/** The address to ask, with name and password where the feed is behind one. */
export function askedAddress({ url, userName, password }: FeedSettings): string {
  if (!userName && !password) return url
  const address = new URL(url)
  address.username = encodeURIComponent(userName ?? '')
  address.password = encodeURIComponent(password ?? '')
  return address.href
}

/** A name and a password that somebody typed into the address, at their own place: an address is shown, they are not. */
export function partPassword(settings: FeedSettings): FeedSettings {
  const { username, password } = new URL(settings.url)
  if (!username && !password) return settings
  const parted = { userName: decoded(username), password: decoded(password) }
  return { ...settings, ...parted, url: withoutPassword(settings.url) }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

export function withoutPassword(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}
