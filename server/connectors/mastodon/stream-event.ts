import { z } from 'zod'
import { conversationSchema, statusSchema } from './status-schema.ts'
import { readNotification } from './notification-schema.ts'
import type { OwnAccount } from './parse.ts'
import { parseStatus } from './parse.ts'
import type { Entry } from './place.ts'
import { entryOfNotification } from './read-page.ts'

/** One event of an open line, as it comes: its name and its payload, JSON in most. */
export interface StreamEvent {
  event: string
  payload: string
}

/** What an event means to us. */
export type Told =
  | { kind: 'new'; entry: Entry; by: 'timeline' | 'notification' }
  | { kind: 'changed'; entry: Entry }
  | { kind: 'deleted'; externalId: string }
  /** Something happened that only the lists tell. */
  | { kind: 'look' }

/** `undefined` for events that bring no words, and for those that cannot be read. */
export function readStreamEvent({ event, payload }: StreamEvent, us: OwnAccount): Told | undefined {
  switch (event) {
    case 'update':
      return statusIn(readJson(payload), us, (entry) => ({ kind: 'new', entry, by: 'timeline' }))
    case 'status.update':
      return statusIn(readJson(payload), us, (entry) => ({ kind: 'changed', entry }))
    case 'delete':
      return deletionIn(payload)
    case 'notification':
      return notificationIn(readJson(payload), us)
    case 'conversation': {
      const parsed = conversationSchema.safeParse(readJson(payload))
      return statusIn(parsed.data?.last_status, us, (entry) => ({ kind: 'new', entry, by: 'timeline' }))
    }
    case 'notifications_merged':
      return { kind: 'look' }
    default:
      return undefined
  }
}

const socketMessage = z.object({ event: z.string(), payload: z.unknown().optional() })

/** One message of a WebSocket: `{"stream":["user"],"event":"update","payload":"…"}`. */
export function readSocketMessage(text: string): StreamEvent | undefined {
  const parsed = socketMessage.safeParse(readJson(text))
  if (!parsed.success) return undefined
  const { event, payload } = parsed.data
  return { event, payload: typeof payload === 'string' ? payload : JSON.stringify(payload ?? null) }
}

function statusIn(answer: unknown, us: OwnAccount, tell: (entry: Entry) => Told): Told | undefined {
  const parsed = statusSchema.safeParse(answer)
  return parsed.success ? tell({ id: parsed.data.id, post: parseStatus(parsed.data, us) }) : undefined
}

function notificationIn(answer: unknown, us: OwnAccount): Told | undefined {
  const notification = readNotification(answer)
  const entry = notification && entryOfNotification(notification, us)
  return entry && { kind: 'new', entry, by: 'notification' }
}

function deletionIn(payload: string): Told | undefined {
  const externalId = payload.trim().replace(/^"|"$/gu, '')
  return externalId ? { kind: 'deleted', externalId } : undefined
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
