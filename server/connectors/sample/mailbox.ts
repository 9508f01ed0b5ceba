import type { HeardPost } from '../../model/post.ts'

/** A message of ours that stands at the sample network. */
export interface Standing {
  key: string
  post: HeardPost
}

/** What one invented network remembers while this process runs: our messages, who will answer when, what was said lately. */
export interface Mailbox {
  ours: Map<string, Standing>
  waiting: { due: Date; post: HeardPost }[]
  lately: HeardPost[]
}

const most = { ours: 1_000, lately: 1_000 }

/** By network, see `networkOf`. It is memory only: an invented person who was about to answer forgets it on a restart. */
const mailboxes = new Map<string, Mailbox>()

export function mailboxOf(network: string): Mailbox {
  const known = mailboxes.get(network)
  if (known) return known
  const made: Mailbox = { ours: new Map(), waiting: [], lately: [] }
  mailboxes.set(network, made)
  return made
}

export function keepOurs(mailbox: Mailbox, standing: Standing): void {
  mailbox.ours.set(standing.key, standing)
  const oldest = mailbox.ours.keys().next()
  if (mailbox.ours.size > most.ours && !oldest.done) mailbox.ours.delete(oldest.value)
}

export function keepLately(mailbox: Mailbox, post: HeardPost): void {
  mailbox.lately.push(post)
  if (mailbox.lately.length > most.lately) mailbox.lately.shift()
}

/** Whoever answers by now, the earliest first. They stay until `forgetWaiting`, so that a batch that was not kept comes again. */
export function dueAnswers(mailbox: Mailbox, now: Date): HeardPost[] {
  return mailbox.waiting
    .filter(({ due }) => due <= now)
    .sort((one, other) => one.due.getTime() - other.due.getTime())
    .map(({ due, post }) => ({ ...post, createdAt: due }))
}

export function forgetWaiting(mailbox: Mailbox, externalIds: ReadonlySet<string>): void {
  mailbox.waiting = mailbox.waiting.filter(({ post }) => !externalIds.has(post.externalId))
}
