import { Problem } from '../access/problem.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a request with side effects that a page of another origin made a browser send. Requests with an API key
 * need no check: no browser adds one by itself. Nor does what is no browser at all: it sends neither header.
 */
export function checkSameOrigin(request: Request, origin: string): void {
  if (harmless.has(request.method) || request.headers.has('authorization')) return
  const site = request.headers.get('sec-fetch-site')
  const from = request.headers.get('origin')
  const ownOrigins = [origin, new URL(request.url).origin]
  const isOwn = from === null ? true : ownOrigins.some((own) => hostOf(own) === hostOf(from))
  if (isOwn && (site === null || site === 'same-origin' || site === 'none')) return
  throw new Problem(403, 'other_origin', 'This request came from a page of another address, and was not carried out.')
}

/** Host and port; behind a proxy the scheme we see is not the one people use. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
