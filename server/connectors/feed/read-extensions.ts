import type { DcNs, DcTermsNs, MediaNs, ThrNs } from 'feedsmith'
import { readPerson } from './read-person.ts'
import type { NormalPerson } from './normal-feed.ts'

/** The extensions that say the same things in RSS and in Atom. */
export interface WithExtensions {
  dc?: DcNs.ItemOrFeed<string>
  dcterms?: DcTermsNs.ItemOrFeed<string>
  media?: MediaNs.ItemOrFeed
  itunes?: { title?: string; summary?: string; subtitle?: string; author?: string }
  thr?: ThrNs.Item
}

interface Extensions {
  title: string | undefined
  description: string | undefined
  authors: (NormalPerson | undefined)[]
  published: string | undefined
  updated: string | undefined
  created: string | undefined
  language: string | undefined
  inReplyTo: string | undefined
}

export function readExtensions(thing: WithExtensions): Extensions {
  const { dc = {}, itunes = {} } = thing
  return {
    title: firstOf(dc.titles, [itunes.title], [thing.media?.title?.value]),
    description: firstOf([itunes.summary], [itunes.subtitle], mediaTexts(thing.media), dc.descriptions),
    authors: [...(dc.creators ?? []), itunes.author].map(readPerson),
    ...readTimes(thing),
    language: firstOf(dc.languages),
    inReplyTo: thing.thr?.inReplyTos?.[0]?.ref,
  }
}

function readTimes({ dc = {}, dcterms = {} }: WithExtensions) {
  return {
    published: firstOf(dcterms.issued, dc.dates),
    updated: firstOf(dcterms.modified),
    created: dcterms.created?.at(-1),
  }
}

function mediaTexts(media: MediaNs.ItemOrFeed | undefined): (string | undefined)[] {
  return [media, ...(media?.groups ?? [])].map((one) => one?.description?.value)
}

/** The first text there is in these lists. */
export function firstOf(...lists: ((string | undefined)[] | undefined)[]): string | undefined {
  return lists.flatMap((list) => list ?? []).find((one) => one !== undefined && one !== '')
}
