import { headReader } from '../heads/head-reader.ts'

/** Which feeling a post in English shows most: `anger`, `joy`, `optimism` or `sadness`. */
export const emotion = headReader({ name: 'emotion' })
