import type { NormalEntry, NormalFeed, NormalPerson, NormalText } from '../server/connectors/feed/normal-feed.ts'
import type { Expectation, ExpectedKey } from './feed-expectations.ts'

/** Whether what we read holds what a file expects; text compared with entities decoded and white space folded. */
export function meets(feed: NormalFeed, expected: Expectation): boolean {
  const thing = expected.of === 'feed' ? feed : feed.entries[expected.index]
  if (!thing) return false
  if (typeof expected.value !== 'string') {
    const { date } = expected.value
    return datesOf(thing).some((one) => one.toISOString().slice(0, 19) === date)
  }
  const wanted = fold(expected.value)
  if (expected.key === 'author') return meetsAuthor(thing.authors, wanted)
  return textsOf(thing, expected.key)
    .map(fold)
    .some((one) => one === wanted || bare(one) === bare(wanted))
}

function bare(address: string): string {
  return address.replace(/\/$/, '')
}

function datesOf(thing: NormalFeed | NormalEntry): Date[] {
  const created = 'created' in thing ? thing.created : undefined
  return [thing.published, thing.updated, created].filter((one) => one !== undefined)
}

function textsOf(thing: NormalFeed | NormalEntry, key: ExpectedKey): string[] {
  if (key === 'title') return values(thing.title)
  if (key === 'link') return values(thing.link)
  if ('entries' in thing) return key === 'description' ? values(thing.description) : []
  if (key === 'id') return values(thing.id)
  return key === 'content' || key === 'summary' ? [...values(thing.content), ...values(thing.summary)] : []
}

function values(text: string | NormalText | undefined): string[] {
  if (text === undefined) return []
  return [typeof text === 'string' ? text : text.value]
}

function meetsAuthor(people: NormalPerson[], wanted: string): boolean {
  const written = people.map(({ name, email, uri }) => fold([name, email, uri].filter(Boolean).join(' ')))
  const all = written.join(' ')
  return all.includes(wanted) || wanted.split(/[ ()]+/).every((word) => all.includes(word))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©' }

function fold(text: string): string {
  return text
    .replace(/<\/?div[^>]*>/g, '')
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return entities[name] ?? whole
      return String.fromCodePoint(
        /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1)),
      )
    })
    .replace(/\s+/g, ' ')
    .trim()
}
