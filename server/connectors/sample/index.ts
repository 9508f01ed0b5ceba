import { newId } from '../../lib/id.ts'
import { defineConnector } from '../connector.ts'
import { listenToSample } from './listen.ts'
import { readThread } from './read-thread.ts'
import { findSent, sendReply } from './send.ts'
import { networkOf, sampleSettings, type SampleSettings } from './settings.ts'

/** An invented network in this process alone: nothing of it leaves the machine, and nobody in it exists. */
export const sample = defineConnector<SampleSettings>({
  name: 'sample',
  label: 'Sample network',
  about: 'An invented network, to look around: people write, and answer you.',
  settings: sampleSettings,
  can: { listens: 'stream', replies: true, privateReplies: true, edits: true, deletions: true, threads: true },
  idSpace: (settings, channelId) => `sample:${networkOf(settings)}:${channelId}`,
  limits: ({ place }) => ({ textLength: place === 'social' ? 500 : 2_000, replyWindowHours: null }),
  check: ({ settings }) =>
    Promise.resolve({
      account: settings.place === 'social' ? '@fjordbrew' : 'Fjordbrew, the shop',
      notes: ['Everything here is invented. Write a topic such as fjordbrew OR "fjord one" to see it come in.'],
      settings: { ...settings, seed: settings.seed || newId() },
    }),
  listen: listenToSample,
  readThread,
  send: sendReply,
  reconcile: findSent,
})
