import type { HeardPost, PostType } from '../../model/post.ts'
import { chanceFor } from './chance.ts'
import { fillIn } from './fill-in.ts'
import { homeOf, ourselves, personBy } from './people.ts'
import { networkOf, type SampleSettings } from './settings.ts'
import type { PlacedStory } from './stories/all-stories.ts'

/** A line of a story, ready to be said once it has a time. */
export interface Told {
  change: 'post' | 'edit' | 'gone'
  speaker: 'they' | 'other' | 'us'
  post: Omit<HeardPost, 'createdAt'>
}

/** Which telling of which story: `round` 0 is the past, each later one goes through all stories again. */
export interface Telling {
  round: number
  index: number
  copy: number
}

/** Tells a story: the same settings and telling give the same people and words. */
export function tellStory(settings: SampleSettings, story: PlacedStory, telling: Telling): Told[] {
  const { round, index, copy } = telling
  const root = [networkOf(settings), round, index, copy].join('.')
  const chance = chanceFor(root)
  const number = Math.floor(chance() * 10_000)
  const author = personBy(settings.place, story.language, number)
  const other = personBy(settings.place, story.language, number + 1)
  let previous = ''
  return story.lines.map((line, at) => {
    const { speaker, change, words } = readLine(line)
    const externalId = change === 'post' ? `${root}.${at}` : `${root}.0`
    const by = { they: author, other, us: ourselves(settings.place) }[speaker]
    const text = fillIn(words, author.name, chance)
    const post = {
      ...describePost(settings, text),
      externalId,
      author: by,
      url: `${homeOf(settings.place)}/${by.handle}/${externalId}`,
      language: story.language,
      type: typeOf(settings, externalId === `${root}.0`),
      ...(externalId === `${root}.0` ? {} : { inReplyTo: previous, threadRoot: `${root}.0` }),
      ...(speaker === 'us' ? { ours: true } : {}),
    }
    previous = externalId
    return { change, speaker, post }
  })
}

function readLine(line: string): Pick<Told, 'change' | 'speaker'> & { words: string } {
  const [, mark = '', words = ''] = /^(?:(they|other|us|edit|gone):)?\s*(.*)$/su.exec(line) ?? []
  const change = mark === 'edit' || mark === 'gone' ? mark : 'post'
  return { change, speaker: mark === 'other' || mark === 'us' ? mark : 'they', words }
}

function describePost({ place }: SampleSettings, line: string) {
  const isPrivate = line.startsWith('dm:')
  const { body, ...review } = readStars(isPrivate ? line.slice(3).trim() : line)
  const pictures = [...body.matchAll(/\[picture:\s*([^\]]*)\]/gu)].map(([, words = '']) => words)
  const text = body.replaceAll(/\s*\[picture:[^\]]*\]/gu, '').trim()
  const speaksToUs = isPrivate || (place === 'social' && text.includes('@fjordbrew'))
  return {
    text,
    visibility: isPrivate ? ('direct' as const) : ('public' as const),
    mediaDescriptions: pictures,
    links: [...text.matchAll(/https?:\/\/\S+/gu)].map(([link]) => link),
    ...review,
    ...(speaksToUs ? { addressedToUs: true } : {}),
  }
}

function readStars(line: string): { body: string; rating?: number; title?: string } {
  const [, stars, title = '', body = ''] = /^(★+)\s*([^|]*)\|\s*(.*)$/su.exec(line) ?? []
  return stars ? { body, rating: stars.length, title: title.trim() } : { body: line }
}

function typeOf({ place }: SampleSettings, isFirst: boolean): PostType {
  if (place === 'reviews') return isFirst ? 'review' : 'comment'
  return isFirst ? 'post' : 'reply'
}
