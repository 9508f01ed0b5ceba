import { z } from 'zod'
import { originOf } from './server-address.ts'

/** One word of a list; lists are typed one a line. */
const tag = z.string().trim().min(1).max(100)
const words = z.string().trim().min(1).max(200)

/** Settings of one channel. The `made` fields are filled by the check and by the sign-in. */
export const mastodonSettings = z.object({
  server: z
    .string()
    .trim()
    .max(300)
    .refine((typed) => originOf(typed) !== undefined, {
      message: 'This is no address of a server. Write it like mastodon.social',
    })
    .meta({
      label: 'Server',
      help: 'The address of the server where your account lives: Mastodon, GoToSocial, snac or another with the same interface.',
      placeholder: 'mastodon.social',
    }),
  accessToken: z.string().trim().min(1, 'Paste the access token, or sign in at your server instead').max(4000).meta({
    label: 'Access token',
    help: 'On your server: Preferences, Development, New application, with the rights "read" and "write:statuses".',
    secret: true,
  }),
  mentions: z
    .boolean()
    .default(true)
    .meta({ label: 'Mentions', help: 'Posts and direct messages that speak to your account.' }),
  home: z
    .boolean()
    .default(true)
    .meta({ label: 'Home timeline', help: 'What the accounts and hashtags you follow there write.' }),
  hashtags: z
    .array(tag)
    .max(20)
    .default([])
    .meta({ label: 'Hashtags', help: 'One a line, with or without #.', placeholder: '#support' }),
  publicTimeline: z
    .enum(['none', 'local', 'federated'])
    .default('none')
    .meta({
      label: 'Public timeline',
      help: 'Everything public, whoever wrote it.',
      choices: { none: 'Not heard', local: 'Of this server', federated: 'All that this server knows' },
    }),
  searchWords: z.array(words).max(10).default([]).meta({
    label: 'Search words',
    help: 'One search a line, asked every five minutes. Works where the server offers full-text search.',
  }),
  visibility: z
    .enum(['public', 'unlisted', 'followers'])
    .default('unlisted')
    .meta({
      label: 'Who can read replies',
      help: 'The widest a reply may be. A reply is never wider than the post it answers.',
      choices: {
        public: 'Everybody, and it may be listed',
        unlisted: 'Everybody, but unlisted',
        followers: 'Our followers and whom we answer',
      },
    }),
  accountId: z.string().optional().meta({ label: 'Account id', made: true }),
  account: z.string().optional().meta({ label: 'Account', made: true }),
  accountUrl: z.string().optional().meta({ label: 'Account address', made: true }),
  /** What follows the @ in the names of this server's accounts; may differ from its address. */
  domain: z.string().optional().meta({ label: 'Account domain', made: true }),
  maxCharacters: z.number().int().positive().optional().meta({ label: 'Longest post', made: true }),
  charactersPerLink: z.number().int().positive().optional().meta({ label: 'Characters a link counts', made: true }),
  streaming: z.string().optional().meta({ label: 'Streaming address', made: true }),
  clientId: z.string().optional().meta({ label: 'Client id', made: true }),
  clientSecret: z.string().optional().meta({ label: 'Client secret', secret: true, made: true }),
})

export type MastodonSettings = z.infer<typeof mastodonSettings>

/** What a person has typed before signing in: everything but the token, which the sign-in gets. */
export const settingsBeforeSignIn = mastodonSettings.partial({ accessToken: true })
