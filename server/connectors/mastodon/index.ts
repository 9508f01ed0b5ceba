import { defineConnector } from '../connector.ts'
import { check } from './check.ts'
import { defaultMaxCharacters } from './compose-status.ts'
import { listen } from './listen.ts'
import { readThread } from './read-thread.ts'
import { reconcile } from './reconcile.ts'
import { send } from './send.ts'
import { hostOf } from './server-address.ts'
import { mastodonSettings } from './settings.ts'
import type { MastodonSettings } from './settings.ts'
import { signIn } from './sign-in.ts'

/** Mastodon and the servers that speak its client interface: GoToSocial, snac and others. */
export const mastodon = defineConnector<MastodonSettings>({
  name: 'mastodon',
  label: 'Mastodon',
  about:
    'Hears mentions, timelines, hashtags and searches of a Mastodon or kindred account, and answers as that account.',
  settings: mastodonSettings,
  can: { listens: 'stream', replies: true, privateReplies: true, edits: true, deletions: true, threads: true },
  idSpace: ({ server }) => `mastodon:${hostOf(server)}`,
  check,
  limits: ({ maxCharacters }) => ({ textLength: maxCharacters ?? defaultMaxCharacters, replyWindowHours: null }),
  listen,
  readThread,
  send,
  reconcile,
  signIn,
})
