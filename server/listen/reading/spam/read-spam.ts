import { headReader } from '../heads/head-reader.ts'

/** Whether a post in English is an unasked-for advertisement or a lure: `spam` or `ham`. */
export const spam = headReader({ name: 'spam', plain: 'ham' })
