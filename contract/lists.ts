import { z } from 'zod'
import { id, named, pageOf, paging, time } from './page.ts'

/** What the entries of a list are: words and phrases, authors (`author:`), or sites (`site:`). */
export const listKind = z.enum(['words', 'authors', 'sites'])
export type ListKind = z.infer<typeof listKind>

/** What stands behind `list:`; without the marks that would end it there. */
const listName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((name) => !/["\u201c\u201d\u201e\u201f\u00ab\u00bb(){}[\]\p{Cc}]/u.test(name), {
    message: 'queries say it behind list:, so it holds no quotation marks, brackets or line breaks',
  })
/** One entry a line; empty ones are left out. */
const entries = z.array(z.string().max(200)).max(5_000)

export const listBody = z.strictObject({ name: listName, kind: listKind.default('words'), entries })
export const listChange = z.strictObject({
  name: listName.optional(),
  entries: entries.optional(),
  /** The version the change was made on; another one meanwhile answers 409. */
  version: z.number().int().optional(),
})

/** A list as it stands among the others; its entries come with it when it is asked for alone. */
export const listRow = z.object({
  id,
  name: z.string(),
  kind: listKind,
  count: z.number().int(),
  version: z.number().int(),
  changedAt: time,
  changedBy: named.nullable(),
  /** Topics whose query names this list, of those the reader may see. */
  usedBy: z.array(named),
  may: z.object({ change: z.boolean() }),
})
export type ListRow = z.infer<typeof listRow>
export const listView = listRow.extend({ entries: z.array(z.string()) })
export type ListView = z.infer<typeof listView>
export const listPage = pageOf(listRow)
export const listQuery = z.strictObject({ ...paging })
