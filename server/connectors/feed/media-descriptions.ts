import type { MediaNs } from 'feedsmith'

/** What pictures and films beside a text are said to show (Media RSS), each once. */
export function mediaDescriptionsOf(media: MediaNs.ItemOrFeed | undefined): string[] {
  const groups = media?.groups ?? []
  const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])]
  const described = [...contents, ...groups].map((one) => (one.description ?? one.title)?.value?.trim() ?? '')
  return [...new Set(described.filter(Boolean))].slice(0, 50)
}
