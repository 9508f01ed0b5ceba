import { z } from 'zod'

const repository = /^[\w.-]+\/[\w.-]+$/u

export const githubSettings = z.strictObject({
  repositories: z
    .array(z.string().trim().regex(repository, 'Write each repository as owner/name, one a line, such as acme/kettle.'))
    .min(1, 'Name at least one repository, such as acme/kettle.')
    .max(50, 'At most 50 repositories; put the rest into another channel.')
    .meta({
      label: 'Repositories',
      help: 'One a line, as owner/name.',
      placeholder: 'acme/kettle',
      multiline: true,
    }),
  token: z.string().trim().min(1, 'Paste an access token that may read the repositories and write issues.').meta({
    label: 'Access token',
    help: 'A fine-grained token with "Issues" and "Discussions": read and write.',
    secret: true,
  }),
  issues: z.boolean().default(true).meta({ label: 'Issues' }),
  pullRequests: z
    .boolean()
    .default(false)
    .meta({ label: 'Pull requests', help: 'Their descriptions and comments, too.' }),
  discussions: z.boolean().default(true).meta({ label: 'Discussions' }),
  secret: z.string().default('').meta({ label: 'Webhook secret', secret: true, made: true }),
  login: z.string().default('').meta({ label: 'Account', made: true }),
  server: z
    .url({ protocol: /^https?$/ })
    .default('https://api.github.com')
    .meta({ label: 'Server', made: true }),
})

export type GithubSettings = z.infer<typeof githubSettings>
