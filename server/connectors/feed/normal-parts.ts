import type { AtomFeed } from 'feedsmith'
import { readPerson } from './read-person.ts'
import { looksLikeHtml } from './write-markup.ts'
import type { NormalPerson, NormalText } from './normal-feed.ts'

/** A text that may be a bare string (RSS: HTML when it looks so, or when `isHtml` says so) or a typed one (Atom). */
export function normalText(
  text: string | { value?: string; type?: string } | undefined,
  isHtml?: boolean,
): NormalText | undefined {
  const value = typeof text === 'string' ? text : text?.value
  if (value === undefined || value.trim() === '') return undefined
  const typed = typeof text === 'object' ? text.type === 'html' : undefined
  return { value: value.trim(), isHtml: typed ?? isHtml ?? looksLikeHtml(value) }
}

/** The page itself: the first link that is `alternate`, else any that is not something beside it. */
export function readAtomLink(links: AtomFeed.Link<string>[] = []): string | undefined {
  const pages = links.filter(({ href, rel }) => href && (!rel || /(?:^|[/#])alternate$/i.test(rel)))
  const page =
    pages.find(({ type }) => !type || /html/i.test(type)) ?? pages[0] ?? links.find(({ rel }) => rel === 'related')
  return page?.href ?? links.find(({ rel }) => rel !== 'self' && rel !== 'replies')?.href
}

export function readAtomPeople(people: AtomFeed.Person[] = []): NormalPerson[] {
  return people.flatMap(({ name, email, uri }) => {
    const read = readPerson([name, email].filter(Boolean).join(' '))
    return read || uri ? [{ ...read, ...(uri && { uri }) }] : []
  })
}

type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }
type Missing<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T]

/** The same without the keys that hold nothing. */
export function withoutMissing<T extends object>(
  given: T,
): Omit<T, Missing<T>> & Partial<Present<Pick<T, Missing<T>>>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly the keys whose values are undefined are gone
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}
