import { defineConnector } from '../connector.ts'
import { formSettings, type FormSettings } from './settings.ts'

/**
 * A feedback page of our own and its JSON address. Who writes there gets a private page for the talk; an answer stands on
 * it as soon as it is in our store, so sending is done once the outbox says so, and can be repeated without harm.
 */
export const form = defineConnector<FormSettings>({
  name: 'form',
  label: 'Feedback form',
  about: 'A page of yours where people write to you. They read your answers there, on a page of their own.',
  settings: formSettings,
  can: { listens: 'pushed', replies: true, privateReplies: true, edits: false, deletions: false, threads: false },
  idSpace: (_settings, channelId) => `form:${channelId}`,
  limits: () => ({ textLength: 20_000, replyWindowHours: null }),
  check: ({ settings }) => Promise.resolve({ account: settings.title, notes: [] }),
  send: (_tools, { replyId }) => Promise.resolve({ outcome: 'sent', externalId: replyId }),
  reconcile: (_tools, { replyId }) => Promise.resolve({ outcome: 'sent', externalId: replyId }),
})
