import type { MastodonProfile } from './mastodon-profiles.ts'

/** Who writes at the double: us, or somebody else. */
export interface DoubleAccount {
  id: string
  /** Without host for accounts of the double itself. */
  acct: string
  displayName?: string
}

export interface NewStatus {
  text: string
  by?: DoubleAccount
  /** Names us: it is heard as a notification, too. */
  mentionsUs?: boolean
  visibility?: 'public' | 'unlisted' | 'private' | 'direct'
  inReplyTo?: string
  warning?: string
  tags?: string[]
  language?: string
  createdAt?: Date
  /** Stands before this one in all lists, as a post that came late from afar does. */
  before?: string
}

/** A status as the double keeps it. */
export interface KeptStatus extends Required<Pick<NewStatus, 'text' | 'by' | 'visibility' | 'createdAt'>> {
  id: string
  mentionsUs: boolean
  tags: string[]
  inReplyTo?: string
  warning?: string
  language?: string
  editedAt?: Date
  isRemoved: boolean
}

export interface KeptNotification {
  id: string
  type: string
  statusId: string
}

/** Everything that stands at the double, and how its kind of server shows it. */
export class MastodonWorld {
  readonly profile: MastodonProfile
  readonly us: DoubleAccount
  readonly stranger: DoubleAccount = { id: '20001', acct: 'stranger@elsewhere.example', displayName: 'A stranger' }
  readonly statuses: KeptStatus[] = []
  readonly notifications: KeptNotification[] = []
  origin = ''
  #count = 0

  constructor(profile: MastodonProfile) {
    this.profile = profile
    this.us = { id: String(profile.account['id']), acct: 'acme', displayName: 'Acme' }
  }

  get host(): string {
    return new URL(this.origin).host
  }

  add(given: NewStatus): KeptStatus {
    this.#count += 1
    const createdAt = given.createdAt ?? new Date()
    const { mentionsUs = false, by = this.stranger, visibility = 'public', tags = [] } = given
    const id = this.profile.newId(this.#count, createdAt)
    const status = { ...given, id, createdAt, by, visibility, mentionsUs, tags, isRemoved: false }
    const at = given.before ? this.statuses.findIndex((each) => each.id === given.before) : this.statuses.length
    this.statuses.splice(at, 0, status)
    if (mentionsUs) this.notifications.push({ id: String(500_000 + this.#count), type: 'mention', statusId: id })
    return status
  }

  find(id: string): KeptStatus | undefined {
    return this.statuses.find((status) => status.id === id && !status.isRemoved)
  }

  /** What the home timeline holds: everything but private words between others. */
  get standing(): KeptStatus[] {
    return this.statuses.filter((status) => !status.isRemoved)
  }

  showAccount({ id, acct, displayName }: DoubleAccount): Record<string, unknown> {
    const isLocal = !acct.includes('@')
    const full = isLocal && this.profile.fullNames ? `${acct}@${this.host}` : acct
    const url = isLocal ? this.addressOf(acct) : `https://${acct.split('@')[1]}/@${acct.split('@')[0]}`
    return {
      ...this.profile.account,
      id,
      username: acct.split('@')[0],
      acct: full,
      display_name: displayName ?? '',
      url,
      uri: url,
      source: undefined,
    }
  }

  show(status: KeptStatus): Record<string, unknown> {
    const url = `${this.addressOf(status.by.acct)}/${status.id}`
    const warning = { sensitive: status.warning !== undefined, spoiler_text: status.warning ?? '' }
    return {
      ...this.profile.status,
      ...warning,
      id: status.id,
      created_at: status.createdAt.toISOString(),
      edited_at: status.editedAt?.toISOString() ?? null,
      in_reply_to_id: status.inReplyTo ?? null,
      in_reply_to_account_id: status.inReplyTo ? (this.find(status.inReplyTo)?.by.id ?? null) : null,
      visibility: status.visibility,
      language: status.language ?? 'en',
      url,
      uri: url,
      text: undefined,
      content: this.htmlOf(status),
      account: this.showAccount(status.by),
      mentions: status.mentionsUs ? this.#mentionOfUs() : [],
      tags: status.tags.map((name) => ({ name, url: `${this.origin}/tags/${name}` })),
      media_attachments: [],
      reblog: null,
      poll: null,
      card: null,
    }
  }

  showNotification({ id, type, statusId }: KeptNotification): Record<string, unknown> | undefined {
    const status = this.find(statusId)
    const created_at = status?.createdAt.toISOString()
    return status && { id, type, created_at, account: this.showAccount(status.by), status: this.show(status) }
  }

  /** Everything under a post, in the order it was written. */
  under(id: string): KeptStatus[] {
    const answers = this.standing.filter((status) => status.inReplyTo === id)
    return answers.flatMap((status) => [status, ...this.under(status.id)])
  }

  above(id: string): KeptStatus[] {
    const parent = this.find(this.find(id)?.inReplyTo ?? '')
    return parent ? [...this.above(parent.id), parent] : []
  }

  addressOf(acct: string): string {
    return this.profile.name === 'snac' ? `${this.origin}/${acct}` : `${this.origin}/@${acct}`
  }

  htmlOf({ text, mentionsUs }: KeptStatus): string {
    const us = this.profile.fullNames ? `@acme@${this.host}` : '@<span>acme</span>'
    const mention = `<span class="h-card"><a href="${this.addressOf('acme')}" class="u-url mention">${us}</a></span> `
    const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const body = `${mentionsUs ? mention : ''}${safe.replaceAll('\n', '<br>')}`
    return this.profile.name === 'snac' ? `${body}<br>` : `<p>${body}</p>`
  }

  #mentionOfUs(): Record<string, unknown>[] {
    const url = this.addressOf('acme')
    if (!this.profile.numbersMentions) return [{ id: this.us.id, username: 'acme', acct: 'acme', url }]
    const name = `acme@${this.host}`
    return [{ id: '0', username: name, acct: name, url }]
  }
}
