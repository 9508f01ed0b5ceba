import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server of the family is like, as far as a client notices. Seen in recordings of the real ones. */
export interface MastodonProfile {
  name: 'mastodon' | 'gotosocial' | 'snac'
  software: { name: string; version: string }
  /** Recorded parts that the double's answers are made from. */
  status: Record<string, unknown>
  account: Record<string, unknown>
  instance: Record<string, unknown>
  hasInstanceV2: boolean
  hasNotificationsV2: boolean
  hasTagTimelines: boolean
  eventStream: boolean
  sockets: boolean
  /** 418 without a User-Agent. */
  needsUserAgent: boolean
  /** Pages walk forward from `min_id`. */
  walksForward: { statuses: boolean; notifications: boolean }
  /** Notifications can be chosen by kind. */
  choosesNotifications: boolean
  /** A repeated Idempotency-Key gives the first status again. */
  keepsKeys: boolean
  htmlErrors: boolean
  /** Names of this server's own accounts carry the host, too. */
  fullNames: boolean
  /** The list of mentions is empty or numbered. */
  numbersMentions: boolean
  newId(count: number, at: Date): string
}

const recordings = join(import.meta.dirname, '../server/connectors/mastodon/recordings')

export const mastodonProfiles: Record<MastodonProfile['name'], () => MastodonProfile> = {
  mastodon: () => ({
    name: 'mastodon',
    software: { name: 'mastodon', version: '4.6.4' },
    status: firstOf('mastodon', 'page of a hashtag'),
    account: bodyOf('mastodon', 'verify credentials'),
    instance: bodyOf('mastodon', 'instance'),
    hasInstanceV2: true,
    hasNotificationsV2: true,
    hasTagTimelines: true,
    eventStream: true,
    sockets: true,
    needsUserAgent: false,
    walksForward: { statuses: true, notifications: true },
    choosesNotifications: true,
    keepsKeys: true,
    htmlErrors: false,
    fullNames: false,
    numbersMentions: false,
    newId: (count) => String(117_020_000_000_000_000n + BigInt(count) * 7919n),
  }),
  gotosocial: () => ({
    name: 'gotosocial',
    software: { name: 'gotosocial', version: '0.7.1' },
    status: firstOf('gotosocial', 'home'),
    account: bodyOf('gotosocial', 'verify credentials'),
    instance: bodyOf('gotosocial', 'instance'),
    hasInstanceV2: true,
    hasNotificationsV2: false,
    hasTagTimelines: false,
    eventStream: false,
    sockets: true,
    needsUserAgent: true,
    walksForward: { statuses: true, notifications: false },
    choosesNotifications: false,
    keepsKeys: false,
    htmlErrors: true,
    fullNames: false,
    numbersMentions: false,
    newId: (count) => `01M804PXF4MYZA4T714B${base32(count)}`,
  }),
  snac: () => ({
    name: 'snac',
    software: { name: 'snac', version: '2.94' },
    status: firstOf('snac', 'home'),
    account: bodyOf('snac', 'verify credentials'),
    instance: bodyOf('snac', 'instance'),
    hasInstanceV2: false,
    hasNotificationsV2: false,
    hasTagTimelines: true,
    eventStream: false,
    sockets: false,
    needsUserAgent: false,
    walksForward: { statuses: false, notifications: false },
    choosesNotifications: true,
    keepsKeys: false,
    htmlErrors: true,
    fullNames: true,
    numbersMentions: true,
    newId: (count, at) => `${Math.floor(at.getTime() / 1000)}${(count * 2_654_435_761).toString(16).padStart(32, '0')}`,
  }),
}

function base32(count: number): string {
  return count.toString(32).toUpperCase().padStart(6, '0')
}

/** The body of one recorded exchange. */
function bodyOf(file: string, name: string): Record<string, unknown> {
  const recorded = recordingsOf(file)[name]
  if (!recorded) throw new Error(`no recording "${name}" in ${file}.json`)
  return JSON.parse(recorded.response.body)
}

function firstOf(file: string, name: string): Record<string, unknown> {
  const [first] = Object.values(bodyOf(file, name))
  if (typeof first !== 'object' || first === null) throw new Error(`"${name}" of ${file}.json holds no list`)
  return { ...first }
}

export interface RecordedExchange {
  request: { method: string; uri?: string; path?: string }
  response: { status: number; headers: Record<string, string>; body: string }
}

export function recordingsOf(file: string): Record<string, RecordedExchange> {
  return JSON.parse(readFileSync(join(recordings, `${file}.json`), 'utf8'))
}
