import type { MatchablePost } from '../server/model/match.ts'
import type { Query } from '../server/model/query.ts'
import { tokenize } from '../server/lib/tokenize.ts'

/**
 * The listening language in the plainest way, for comparing: every query is walked over every post, word by word. Shares
 * only the tokenizer with the product.
 */
export function plainlyMatches(query: Query, post: MatchablePost, language: string | undefined): boolean {
  return holds(query, { post, language, words: wordsOf(post) })
}

interface Word {
  position: number
  isTitle: boolean
  plain: string
  sigil: string
  written: string
}

interface Context {
  post: MatchablePost
  language: string | undefined
  words: Word[]
}

function wordsOf(post: MatchablePost): Word[] {
  const words: Word[] = []
  let position = 0
  for (const [index, text] of [post.title ?? '', post.text, ...(post.mediaDescriptions ?? [])].entries()) {
    const cut = tokenize(text)
    for (const [place, plain] of cut.words.entries()) {
      const written = text.slice(cut.starts[place], cut.ends[place])
      words.push({ position: position++, isTitle: index === 0, plain, sigil: cut.sigils[place]!, written })
    }
    position += 1000
  }
  return words
}

function holds(query: Query, context: Context): boolean {
  switch (query.kind) {
    case 'and':
      return query.of.every((part) => holds(part, context))
    case 'or':
      return query.of.some((part) => holds(part, context))
    case 'not':
      return !holds(query.of, context)
    case 'title':
      return holds(query.of, { ...context, words: context.words.filter((word) => word.isTitle) })
    case 'near':
      return spans(query.left, context).some((left) =>
        spans(query.right, context).some((right) => near(left, right, query)),
      )
    case 'field':
      return fieldHolds(query.field, query.value, context)
    case 'compare':
      return compares(query, context.post)
    case 'word':
    case 'phrase':
    case 'exact':
      break
  }
  return spans(query, context).length > 0
}

type Range = [start: number, end: number]

function near([a, b]: Range, [c, d]: Range, { distance, ordered }: { distance: number; ordered: boolean }): boolean {
  const forwards = b <= c && c - b <= distance - 1
  const backwards = d <= a && a - d <= distance - 1
  return forwards || (backwards && !ordered)
}

function spans(query: Query, context: Context): Range[] {
  if (query.kind === 'or') return query.of.flatMap((part) => spans(part, context))
  if (query.kind === 'word') return sequences([(word) => fits(query.word, word)], context.words)
  if (query.kind === 'phrase')
    return sequences(
      query.words.map((wanted) => (word: Word) => fits(wanted, word)),
      context.words,
    )
  if (query.kind !== 'exact') return []
  return sequences(
    query.words.map((wanted) => (word: Word) => word.written === wanted),
    context.words,
  )
}

function sequences(tests: ((word: Word) => boolean)[], words: Word[]): Range[] {
  return words.flatMap(({ position }): Range[] => {
    const every = tests.every((fit, step) => {
      const word = words.find((one) => one.position === position + step)
      return word !== undefined && fit(word)
    })
    return every ? [[position, position + tests.length]] : []
  })
}

function fits(wanted: string, word: Word): boolean {
  const pattern = new RegExp(`^${wanted.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u')
  return pattern.test(word.plain) || (word.sigil !== '' && pattern.test(word.sigil))
}

type FieldTest = (post: MatchablePost, value: string) => boolean

const fieldTests: Record<string, FieldTest> = {
  type: (post, value) => (post.type ?? 'post') === value,
  author: (post, value) => post.author?.handle.toLowerCase().replace(/^@/, '').split('@')[0] === value,
  site: (post, value) => post.url !== undefined && isWithin(post.url, value),
  link: (post, value) => (post.links ?? []).some((link) => isWithin(link, value)),
  url: (post, value) => post.url?.toLowerCase().includes(value) ?? false,
  channel: (post, value) => post.channel === value,
  country: (post, value) => post.country?.toLowerCase() === value,
  has: (post, value) =>
    value === 'media'
      ? (post.mediaDescriptions ?? []).length > 0
      : /\?( |$)/m.test(`${post.title ?? ''}\n${post.text}`),
}

function fieldHolds(field: string, value: string, { post, language }: Context): boolean {
  if (field === 'lang') return language === value
  return fieldTests[field]!(post, value)
}

function isWithin(address: string, domain: string): boolean {
  const host = new URL(address).hostname
  return host === domain || host.endsWith(`.${domain}`)
}

function compares({ field, operator, value }: Query & { kind: 'compare' }, post: MatchablePost): boolean {
  const stated = field === 'rating' ? post.rating : post.author?.followers
  if (stated === undefined) return false
  return {
    '<': stated < value,
    '<=': stated <= value,
    '>': stated > value,
    '>=': stated >= value,
    '=': stated === value,
  }[operator]
}
