import { defineConnector } from '../connector.ts'
import { sendReply } from './send.ts'
import { inboundSettings, type InboundSettings } from './settings.ts'

/** Signed posts from a program of one's own (Standard Webhooks, https://www.standardwebhooks.com), and signed answers back. */
export const inbound = defineConnector<InboundSettings>({
  name: 'inbound',
  label: 'Inbound webhook',
  about: 'Your own program pushes posts to a signed address, and gets our answers back, signed.',
  settings: inboundSettings,
  can: { listens: 'pushed', replies: true, privateReplies: false, edits: true, deletions: true, threads: false },
  idSpace: (_settings, channelId) => `inbound:${channelId}`,
  limits: ({ replyUrl }) => ({
    textLength: 20_000,
    replyWindowHours: null,
    ...(replyUrl === '' && { cannotReply: 'This channel has no address for replies. Set one under Channels.' }),
  }),
  check: ({ settings: { replyUrl } }) =>
    Promise.resolve({
      account: replyUrl === '' ? 'read only' : new URL(replyUrl).host,
      notes: replyUrl === '' ? ['Without an address for replies this channel can only be read.'] : [],
    }),
  send: sendReply,
  // The receiver folds repeats by `webhook-id`, as the standard asks: sending again is always right.
  reconcile: () => Promise.resolve({ outcome: 'absent' }),
})
