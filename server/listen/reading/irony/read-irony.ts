import { headReader } from '../heads/head-reader.ts'

/** Whether a post in English means something else than it says: `irony` or `not_irony`. Often wrong; it only raises doubt. */
export const irony = headReader({ name: 'irony', plain: 'not_irony' })
