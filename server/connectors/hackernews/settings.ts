import { z } from 'zod'

export const hackerNewsSettings = z.strictObject({
  searches: z
    .array(z.string().trim().min(1).max(200))
    .max(20, 'At most 20 searches; put the rest into another channel.')
    .default([])
    .meta({
      label: 'Searches',
      help: 'One a line, such as the name of your product. Empty: every story and comment; your topics choose.',
      placeholder: 'acme kettle',
      multiline: true,
    }),
  comments: z.boolean().default(true).meta({ label: 'Comments, too', help: 'Without, only stories are heard.' }),
  server: z
    .url({ protocol: /^https?$/ })
    .default('https://hn.algolia.com')
    .meta({ label: 'Server', made: true }),
})

export type HackerNewsSettings = z.infer<typeof hackerNewsSettings>
