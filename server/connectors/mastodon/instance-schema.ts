import { z } from 'zod'

/** What we use of `/api/v2/instance` or `/api/v1/instance`: both shapes in one, since servers mix them. */
const optionalText = z.string().nullish().catch(undefined)
const count = z.number().int().positive().nullish().catch(undefined)

const instanceAnswer = z.object({
  domain: optionalText,
  account_domain: optionalText,
  uri: optionalText,
  title: optionalText,
  max_toot_chars: count,
  urls: z.object({ streaming_api: optionalText }).nullish().catch(undefined),
  configuration: z
    .object({
      urls: z.object({ streaming: optionalText }).nullish().catch(undefined),
      statuses: z.object({ max_characters: count, characters_reserved_per_url: count }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
})

export interface Instance {
  domain?: string
  maxCharacters?: number
  charactersPerLink?: number
  streaming?: string
}

/** `undefined` when the answer does not describe a server of this kind. */
export function readInstance(answer: unknown): Instance | undefined {
  const parsed = instanceAnswer.safeParse(answer)
  if (!parsed.success) return undefined
  const { account_domain, domain, uri } = parsed.data
  const named = account_domain ?? domain ?? uri
  if (!named) return undefined
  return { domain: named.replace(/^https?:\/\//u, '').replace(/\/.*$/u, ''), ...limitsOf(parsed.data) }
}

function limitsOf({ configuration, urls, max_toot_chars }: z.infer<typeof instanceAnswer>): Instance {
  const statuses = configuration?.statuses
  const maxCharacters = statuses?.max_characters ?? max_toot_chars
  const streaming = configuration?.urls?.streaming ?? urls?.streaming_api
  return {
    ...(maxCharacters && { maxCharacters }),
    ...(statuses?.characters_reserved_per_url && { charactersPerLink: statuses.characters_reserved_per_url }),
    ...(streaming && { streaming }),
  }
}
