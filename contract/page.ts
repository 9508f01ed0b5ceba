import { z } from 'zod'

/** A page of a list: `next` goes into `after` of the next request, and is null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

/** What every list takes. 50 at a time unless asked otherwise, 200 at most. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(500).optional(),
}

export const id = z.uuid()

/** Time in UTC, ISO 8601. */
export const time = z.iso.datetime({ offset: true })

/** A thing by its id and name. */
export const named = z.object({ id, name: z.string() })
