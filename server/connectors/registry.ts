import { feed } from './feed/index.ts'
import { form } from './form/index.ts'
import { github } from './github/index.ts'
import { hackernews } from './hackernews/index.ts'
import { inbound } from './inbound/index.ts'
import { mastodon } from './mastodon/index.ts'
import { sample } from './sample/index.ts'

/** Every network there is, one line each; see docs/add-a-connector.md. */
export const connectors = {
  feed,
  form,
  github,
  hackernews,
  inbound,
  mastodon,
  sample,
} as const satisfies Record<string, unknown>
