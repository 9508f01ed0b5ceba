/** Where a page's neighbours are, by the `Link` header (RFC 8288). Ids stay as opaque as they come. */
export interface PageLinks {
  /** `max_id` of the next older page. */
  older?: string
  /** `min_id` or `since_id` of what comes after this page. */
  newer?: string
}

export function readPageLinks(header: string | null): PageLinks {
  const links = new Map<string, URLSearchParams>()
  for (const [, address = '', parameters = ''] of (header ?? '').matchAll(/<([^>]*)>([^<]*)/gu)) {
    const relation = /\brel="?([^";,]+)/u.exec(parameters)?.[1]
    const url = URL.parse(address, 'https://any.invalid')
    if (relation && url) links.set(relation, url.searchParams)
  }
  return { ...olderThan(links.get('next')), ...newerThan(links.get('prev')) }
}

function olderThan(query: URLSearchParams | undefined): PageLinks {
  const older = query?.get('max_id')
  return older ? { older } : {}
}

function newerThan(query: URLSearchParams | undefined): PageLinks {
  const newer = query?.get('min_id') ?? query?.get('since_id')
  return newer ? { newer } : {}
}
