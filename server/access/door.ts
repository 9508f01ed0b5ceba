import type { z } from 'zod'
import type { Method } from './route.ts'

/** An address anybody may come to, signed in or not. It says why, and stands in the one list of them. */
export interface Door {
  method: Method | 'OPTIONS'
  /** The whole path, e.g. `/in/:key`. */
  path: string
  public: true
  /** Why nobody has to be signed in here. */
  reason: string
  summary: string
  /** Largest body in bytes; 1 MB unless said otherwise. */
  bodyLimit?: number
  /** For the description at `/api/openapi.json` only; the handler checks what comes in with them. */
  body?: z.ZodType
  answer?: z.ZodType
  handle: (visit: Visit) => Promise<Response>
}

export interface Visit {
  method: string
  params: Record<string, string>
  query: URLSearchParams
  headers: Headers
  /** The raw bytes, read at most once. Throws the problem 413 where there are more than the door allows. */
  body: () => Promise<Buffer>
  /** The body as this schema has it; throws the problem that says which field is wrong. */
  json: <Body>(schema: z.ZodType<Body>) => Promise<Body>
  /** Where the connection comes from; what a client says about itself is not believed. */
  address: string
  /** Base of the address people use, without a slash at the end. */
  origin: string
  signal: AbortSignal
}
