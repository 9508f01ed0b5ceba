import type { z } from 'zod'
import type { OpenSocket, OutsideFetch } from '../lib/fetch.ts'
import type { Author, Heard, HeardPost, Visibility } from '../model/post.ts'

/**
 * The contract of a network. A connector listens, and may send. It never sees the database:
 * it is handed its settings, its saved cursor and the one door to outside addresses.
 */
export interface Connector<Settings = unknown> {
  /** The channel kind: the folder's name, also in the database and the listening language (`channel:`). */
  name: string
  label: string
  /** One sentence for the person who chooses a network. */
  about: string
  /**
   * The same texts in other languages, by language and name: `label`, `about`, `<field>.label`, `<field>.help`,
   * `<field>.<choice>`. What is left out is said in English.
   */
  texts?: Record<string, Record<string, string>>
  /**
   * Checks and completes the settings of one channel; stored encrypted as one document. The form is drawn from it:
   * every field carries `.meta({ label, help?, placeholder?, secret?: true, multiline?: true, made?: true })`.
   * `made` fields are filled by us (keys, tokens) and never asked.
   */
  settings: z.ZodType<Settings>
  can: Abilities
  /**
   * Which ids are unique together, e.g. `mastodon:example.social`. Two channels of one space share posts,
   * so the same post heard twice is kept once.
   */
  idSpace(settings: Settings, channelId: string): string
  /** Looks whether the settings work, before they are kept. Throws `Refusal` or `SignInNeeded` with a sentence. */
  check(tools: Tools<Settings>): Promise<Checked>
  /** What may be used in which time; shared by all channels of the same scope, over processes and restarts. */
  budgets?(settings: Settings): Budget[]
  /** What a person may do on this channel right now; from the settings or the instance. */
  limits(settings: Settings): Limits
  /**
   * Yields batches, oldest first, starting after `tools.cursor`. A streaming network runs until it is cut or the
   * signal aborts. A polled network yields what is new and returns how long to wait before it is asked again.
   */
  listen?(tools: Tools<Settings>): AsyncGenerator<Batch, Pause | void, void>
  /**
   * Takes in what the network pushes to the channel's own address, `/hooks/KEY`; such an address is made for every
   * channel of a network that has this. Pure but for `tools.fetch`. Throws `Unsigned` where the push is not the network's.
   */
  receive?(tools: PushTools<Settings>, push: Push): Promise<Taken>
  /** Everything around a post that the network gives: its parents and the answers under it, oldest first. */
  readThread?(tools: Tools<Settings>, externalId: string): Promise<HeardPost[]>
  /** How to look again whether posts still stand there. For networks that tell nobody of deletions. */
  recheck?: Recheck<Settings>
  /** Sends one message once. The same key never makes a second message. */
  send?(tools: Tools<Settings>, message: Outgoing): Promise<SendOutcome>
  /** Looks at the network whether a message with an unknown outcome is there. */
  reconcile?(tools: Tools<Settings>, message: Outgoing): Promise<SendOutcome | { outcome: 'absent' }>
  /** Sign-in by an address of the network and a code it gives back (OAuth). */
  signIn?: SignIn
}

export interface Recheck<Settings = unknown> {
  /** The longest a post may go without a look, by the network's terms. */
  mostHours: number
  /** How many are asked about at once. */
  atOnce: number
  /** Which of them are gone, and which say something else now. What it leaves out is as it was. */
  look(tools: Tools<Settings>, externalIds: readonly string[]): Promise<{ gone: string[]; changed: HeardPost[] }>
}

/** What the network can do, stated as data, so that a screen can say so without knowing the network. */
export interface Abilities {
  /** How posts come: an open line, asked again and again, or pushed to an address of ours. */
  listens: 'stream' | 'poll' | 'pushed'
  replies: boolean
  privateReplies: boolean
  edits: boolean
  deletions: boolean
  threads: boolean
}

/** `null` where the network sets none. */
export interface Limits {
  /** Longest reply, in characters as the network counts them. */
  textLength: number | null
  /** Hours after their last message in which we may answer. */
  replyWindowHours: number | null
  /** Why no answer can be sent with these settings, in a sentence; left out where it can. */
  cannotReply?: string
}

export interface Tools<Settings> {
  settings: Settings
  /** As the last kept batch left it; `null` at the very first start. Opaque to everybody but the connector. */
  cursor: unknown
  fetch: OutsideFetch
  /** The same door for WebSockets. */
  openSocket: OpenSocket
  signal: AbortSignal
  /** Waits; ends early (by throwing) when the signal aborts. */
  sleep(seconds: number): Promise<void>
  now(): Date
  /** A line for the channel's log that a person can read. */
  note(sentence: string): void
  /**
   * Takes units out of the budgets of this name (all of them where none is named) before they are used; negative gives
   * back. Throws `BackOff` when one is used up, until it begins anew.
   */
  spend(units: number, name?: string): Promise<void>
}

/** What a push is taken in with; there is no cursor and no waiting. */
export type PushTools<Settings> = Pick<Tools<Settings>, 'settings' | 'fetch' | 'signal' | 'now' | 'note'>

/** A request that the network made to the channel's own address. */
export interface Push {
  method: 'GET' | 'POST'
  /** The whole address as the network called it; some networks sign it. */
  url: string
  headers: Headers
  /** The raw bytes, as they were signed. */
  body: Buffer
}

export interface Taken {
  heard: Heard[]
  /** The network's own id of this push: the same again is kept once. Left out: told apart by its bytes. */
  id?: string
  /** What the network wants to be told; 200 and nothing where left out. */
  answer?: { status?: number; type?: string; text: string }
}

/** Seconds, or a day or month by the calendar of a place (IANA time zone). */
export type BudgetWindow = number | { every: 'day' | 'month'; zone: string }

/** So much may be used in so much time: a rate of the network's, a quota, or money that we allow ourselves. */
export interface Budget {
  /** Which channels share it: the account or program that the network counts, such as `x:app 77`. */
  scope: string
  /** Told apart within the scope; also kept. */
  name: string
  /** For people: "The daily budget". */
  label: string
  /** What is counted, for people: `posts read`, `quota units`, `requests`. */
  unit: string
  most: number
  window: BudgetWindow
  /** What a unit costs, where it costs money. */
  price?: { perUnit: number; currency: string }
}

export interface Batch {
  heard: Heard[]
  /** Where to go on once this batch is kept. JSON. */
  cursor: unknown
  /** Set when the connector is behind and reading old posts. */
  behindSeconds?: number
  /** Changed settings to keep (a moved feed address, a renewed token). */
  settings?: unknown
}

export interface Pause {
  waitSeconds: number
}

export interface Checked {
  /** Who we are there, e.g. `@acme@example.social`, or the feed's title: shown in the list of channels. */
  account: string
  url?: string
  /** Sentences worth knowing: "Search is not offered by this server". */
  notes: string[]
  /** Settings completed by the check (account id, length limit, feed address found on a page). */
  settings?: unknown
}

export interface Outgoing {
  /** Fixed when queued; the same for every try. */
  key: string
  replyId: string
  conversationId: string
  text: string
  /** The person of ours who answers. */
  author: { name: string }
  /** The post it answers. */
  inReplyTo: {
    externalId: string
    url?: string
    author: Author
    visibility: Visibility
    /** The content warning or subject of the answered post. */
    title?: string
  }
  audience: 'public' | 'private'
  /** When it was first handed to the network. */
  firstTriedAt: Date
}

/**
 * - `sent`: the network has it.
 * - `failed`: it never will; the sentence says why.
 * - `retry`: it certainly was not accepted; try again later with the same key.
 * - `unknown`: it may or may not be there; `reconcile` decides.
 */
export type SendOutcome =
  | { outcome: 'sent'; externalId?: string; url?: string }
  | { outcome: 'failed'; reason: string }
  | { outcome: 'retry'; reason: string; afterSeconds?: number }
  | { outcome: 'unknown'; reason: string }

export interface SignIn {
  /** `kept` is stored (encrypted) until the person comes back. `settings` is what was typed so far. */
  begin(
    tools: Pick<Tools<unknown>, 'fetch' | 'signal'>,
    ask: { settings: unknown; redirectUri: string; state: string },
  ): Promise<{ url: string; kept: unknown }>
  finish(
    tools: Pick<Tools<unknown>, 'fetch' | 'signal'>,
    answer: { code: string; redirectUri: string; kept: unknown },
  ): Promise<{ settings: unknown }>
}

/** Keeps the types of one connector together; at run time it is the object itself. */
export function defineConnector<Settings>(connector: Connector<Settings>): Connector<Settings> {
  return connector
}

/** The network asked us to come back later. The listener waits; nothing is wrong. */
export class BackOff extends Error {
  override name = 'BackOff'
  readonly seconds: number

  /** Why, where it is not the network that asks: a budget is used up. */
  readonly why: string | undefined

  constructor(seconds: number, cause?: unknown, why?: string) {
    super(why ?? `asked to wait ${seconds} s`, { cause })
    this.seconds = seconds
    this.why = why
  }
}

/** The credentials are not accepted any more (or lack a right). A person has to connect the channel again. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded'
}

/** A push that does not carry the network's signature; the sentence says what is missing. */
export class Unsigned extends Error {
  override name = 'Unsigned'
}

/** The network says no, for good: a feed that is gone (410), a page that is no feed. The sentence is for a person. */
export class Refusal extends Error {
  override name = 'Refusal'
  /** The setting at fault, where one is. */
  readonly field: string | undefined

  constructor(message: string, field?: string, cause?: unknown) {
    super(message, { cause })
    this.field = field
  }
}

/** The saved place is not known to the network any more. The listener drops the cursor and starts afresh, and says so. */
export class CursorLost extends Error {
  override name = 'CursorLost'
}
