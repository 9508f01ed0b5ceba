import { headReader } from '../heads/head-reader.ts'

/** Whether a post in English insults or swears: `offensive` or `not_offensive`. */
export const offensive = headReader({ name: 'offensive', plain: 'not_offensive' })
