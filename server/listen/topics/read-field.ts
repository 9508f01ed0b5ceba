import type { FieldName, NumberField, Place, Query } from '../../model/query.ts'
import { comparisons, numberFields, possessions } from '../../model/query.ts'
import { postTypes } from '../../model/post.ts'
import type { ForeignField } from './foreign-fields.ts'
import { foreignFields } from './foreign-fields.ts'
import { nearest } from './nearest-word.ts'
import { ownValue } from './own-value.ts'
import { countries, languages } from './place-names.ts'
import type { Edit, Problem } from './query-problems.ts'
import { shorten } from './read-words.ts'

/** A field of a query as it was cut from the text; see `lex-query.ts`. */
export interface FieldText extends Place {
  name: string
  value?: string
  valueStart: number
  isGroup?: true
  minusStart?: number
  nextStart?: number
}

interface Refusal {
  code: string
  message: string
  /** What should stand in place of the value. */
  value?: string
  /** What should stand in place of field and value. */
  whole?: string
}

/** What `name:value` asks for; `undefined`, and a problem, when the name or the value makes no sense. */
export function readField(piece: FieldText, problems: Problem[]): Query | undefined {
  const { start, end, name } = piece
  const value = piece.value ?? ''
  if (!isKnown(name)) {
    problems.push(unknownField(piece))
    return undefined
  }
  if (value.trim() === '') {
    const message = `${name}: needs a value right behind it, for example ${examples[name]}.`
    const problem = { severity: 'error', code: 'field-empty', start, end, message } as const
    const gap = piece.nextStart
    problems.push(gap === undefined ? problem : { ...problem, edits: [{ start: end, end: gap, text: '' }] })
    return undefined
  }
  const read = readValue(name, piece, value.trim())
  if (!('kind' in read)) {
    problems.push(refuseValue(piece, value, read))
    return undefined
  }
  const query = { ...read, place: { start, end } }
  if (read.kind === 'field' && read.field === 'site') problems.push(...noteOddSite(piece, read.value))
  return query
}

function readValue(name: FieldName | NumberField, piece: FieldText, value: string): Query | Refusal {
  if (isNumberField(name)) return readComparison(name, value)
  const isQuoted = piece.valueStart > piece.start + name.length + 1
  const isList = listable.has(name) && !isQuoted && /[,;]/.test(value)
  const parts = piece.isGroup || isList ? partsOf(value) : []
  if (!piece.isGroup && parts.length < 2) return readers[name](value)
  const whole = parts.length === 0 ? {} : { whole: inBrackets(parts.map((part) => writeField(name, part))) }
  const message = `${name}: takes one value. Write it again for each: ${examples[name]} OR ${name}:…`
  return { code: 'field-group', message, ...whole }
}

function refuseValue(
  { start, end, valueStart }: FieldText,
  value: string,
  { code, message, ...meant }: Refusal,
): Problem {
  const place = { start: valueStart, end: valueStart + value.length }
  const problem = { severity: 'error', code, ...place, message } as const
  if (meant.whole !== undefined) return { ...problem, edits: [{ start, end, text: meant.whole }] }
  return meant.value === undefined ? problem : { ...problem, edits: [{ ...place, text: meant.value }] }
}

/** Fields of which no value holds a comma. */
const listable = new Set<string>(['lang', 'country', 'author', 'site', 'link', 'channel', 'type', 'has'])

/** The values of `(a OR b)` or `a,b`; none when it is more than a plain list. */
function partsOf(value: string): string[] {
  const parts = value.match(/"[^"]*"|[^\s,;"]+/g) ?? []
  const hasOperators = parts.some((part) => part === 'AND' || part === 'NOT' || part.startsWith('-'))
  return hasOperators ? [] : parts.filter((part) => part !== 'OR').map((part) => part.replaceAll('"', ''))
}

function writeField(name: string, value: string): string {
  return `${name}:${/\s/.test(value) ? `"${value}"` : value}`
}

function inBrackets(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`
}

function noteOddSite({ start, end, valueStart }: FieldText, domain: string): Problem[] {
  const place = { severity: 'warning', code: 'odd-site', start, end } as const
  if (domain.startsWith('www.') && domain.split('.').length > 2) {
    const message = `${domain} leaves out everything that stands at ${domain.slice(4)} without www.`
    return [{ ...place, message, edits: [{ start: valueStart, end: valueStart + 4, text: '' }] }]
  }
  if (!/^[\p{L}\p{N}-]{4,}$/u.test(domain) || domain === 'localhost') return []
  const message = `“${shorten(domain)}” is no whole domain. Write it as it stands in the address: site:${shorten(domain)}.com.`
  return [{ ...place, message, edits: [{ start: end, end, text: '.com' }] }]
}

const examples: Record<FieldName | NumberField, string> = {
  lang: 'lang:en',
  country: 'country:de',
  author: 'author:@acme',
  site: 'site:example.com',
  link: 'link:example.com',
  url: 'url:"/blog/"',
  channel: 'channel:bluesky',
  type: 'type:review',
  has: 'has:link',
  list: 'list:rivals',
  topic: 'topic:need-shipping',
  followers: 'followers:>=1000',
  rating: 'rating:<=2',
}

const readers: Record<FieldName, (value: string) => Query | Refusal> = {
  lang: readLanguage,
  country: readCountry,
  author: (value) => ({ kind: 'field', field: 'author', value: value.replace(/^@/, '').toLowerCase() }),
  site: (value) => readDomain('site', value),
  link: (value) => readDomain('link', value),
  url: (value) => ({ kind: 'field', field: 'url', value: value.toLowerCase() }),
  channel: (value) => ({ kind: 'field', field: 'channel', value: value.toLowerCase() }),
  type: (value) => readChoice('type', value, postTypes),
  has: (value) => readChoice('has', value, possessions),
  list: (value) => ({ kind: 'field', field: 'list', value }),
  topic: (value) => ({ kind: 'field', field: 'topic', value }),
}

function isKnown(name: string): name is FieldName | NumberField {
  return Object.hasOwn(examples, name)
}

function isNumberField(name: FieldName | NumberField): name is NumberField {
  return numberFields.some((field) => field === name)
}

function readLanguage(value: string): Query | Refusal {
  const lower = value.toLowerCase()
  const meant = ownValue(languages, lower) ?? /^([a-z]{2,3})[-_][a-z0-9-]+$/.exec(lower)?.[1]
  if (meant === undefined && /^[a-z]{2,3}$/.test(lower)) return { kind: 'field', field: 'lang', value: lower }
  const message = 'A language is written with its two letters: lang:en, lang:de, lang:pt.'
  return { code: 'bad-language', message, ...(meant === undefined ? {} : { value: meant }) }
}

function readCountry(value: string): Query | Refusal {
  const lower = value.toLowerCase()
  const meant = ownValue(countries, lower)
  if (meant === undefined && /^[a-z]{2}$/.test(lower)) return { kind: 'field', field: 'country', value: lower }
  const message = 'A country is written with its two letters: country:de, country:us, country:gb.'
  return { code: 'bad-country', message, ...(meant === undefined ? {} : { value: meant }) }
}

function readDomain(field: 'site' | 'link', value: string): Query | Refusal {
  const lower = value.toLowerCase()
  const domain = lower
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^\*\./, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
  const isDomain = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*(?::\d+)?$/u.test(domain)
  if (isDomain && domain === lower.replace(/\.$/, '')) return { kind: 'field', field, value: domain }
  const message = `${field}: takes a domain such as example.com${field === 'site' ? '; for a part of an address use url:' : ''}.`
  return { code: 'bad-domain', message, ...(isDomain ? { value: domain } : {}) }
}

function readChoice(field: 'type' | 'has', value: string, choices: readonly string[]): Query | Refusal {
  const lower = value.toLowerCase()
  if (choices.includes(lower)) return { kind: 'field', field, value: lower }
  const meant = ownValue(synonyms[field], lower) ?? nearest(lower, choices)
  const message = `${field}: takes one of ${choices.join(', ')}; not “${shorten(value)}”.`
  return { code: 'bad-value', message, ...(meant === undefined ? {} : { value: meant }) }
}

/** What people write for one of the choices. */
const synonyms: Record<'type' | 'has', Record<string, string>> = {
  type: {
    tweet: 'post',
    toot: 'post',
    status: 'post',
    answer: 'reply',
    response: 'reply',
    blog: 'article',
    news: 'article',
    dm: 'message',
    rating: 'review',
  },
  has: {
    photo: 'media',
    photos: 'media',
    image: 'media',
    images: 'media',
    picture: 'media',
    video: 'media',
    videos: 'media',
    url: 'link',
  },
}

function readComparison(field: NumberField, value: string): Query | Refusal {
  const read = /^\s*(<=|>=|<|>|=|)\s*(\d+(?:\.\d+)?|\.\d+)$/.exec(value)
  if (read && read[1] !== '')
    return { kind: 'compare', field, operator: comparisons.find((known) => known === read[1])!, value: Number(read[2]) }
  const range = /^(\d+)\s*(?:-|\u2013|\.\.|TO)\s*(\d+)$/i.exec(value)
  if (range) {
    const whole = `(${field}:>=${range[1]} ${field}:<=${range[2]})`
    return { code: 'bad-number', message: `A range is written with both its ends: ${whole}.`, whole }
  }
  const loose = /^\s*(<=|>=|=<|=>|==|≤|≥|<|>|=|)\s*(\d[\d,' ]*(?:\.\d+)?)\s*([km]?)\s*$/i.exec(value)
  const message = `${field}: takes <, <=, >, >= or = and a number, for example ${examples[field]}.`
  if (!loose) return { code: 'bad-number', message }
  const scale = { k: 1000, m: 1_000_000 }[loose[3]!.toLowerCase()] ?? 1
  const usual = field === 'rating' ? '=' : '>='
  const operator = { '=<': '<=', '≤': '<=', '=>': '>=', '≥': '>=', '==': '=', '': usual }[loose[1]!] ?? loose[1]!
  return { code: 'bad-number', message, value: `${operator}${Number(loose[2]!.replaceAll(/[,' ]/g, '')) * scale}` }
}

function unknownField(piece: FieldText): Problem {
  const { start, end, name } = piece
  const nameEnd = start + name.length
  const place = { severity: 'error', start, end: nameEnd + 1 } as const
  const foreign = ownValue(foreignFields, name)
  if (foreign) {
    const message = `There is no field ${name}: here. ${foreign.advice}`
    return withEdits({ ...place, code: 'foreign-field', message }, foreignEdits(piece, foreign))
  }
  const known = [...Object.keys(examples), 'title']
  const meant = ownValue(aliases, name) ?? nearest(name, known)
  const message = `There is no field ${shorten(name)}:. The fields are ${known.join(', ')}. To find the words themselves put them in quotation marks.`
  const problem = { ...place, code: 'unknown-field', message }
  if (meant !== undefined) return withEdits(problem, [renamed(piece, meant)])
  const quoted = `"${name} ${(piece.value ?? '').replaceAll('"', '')}"`
  return withEdits(problem, piece.valueStart > nameEnd + 1 ? [] : [{ start, end, text: quoted }])
}

function withEdits(problem: Problem, edits: Edit[]): Problem {
  return edits.length === 0 ? problem : { ...problem, edits }
}

/** The name put right, and its value with it, where that is wrong too. */
function renamed({ start, end, name, value, valueStart, isGroup }: FieldText, meant: string): Edit {
  const nameEdit = { start, end: start + name.length, text: meant }
  if (value === undefined || isGroup || !isKnown(meant) || isNumberField(meant)) return nameEdit
  const read = readers[meant](value.trim())
  if ('kind' in read || read.value === undefined || valueStart > start + name.length + 1) return nameEdit
  return { start, end, text: `${meant}:${read.value}` }
}

function foreignEdits({ start, end, minusStart, value, isGroup }: FieldText, { instead }: ForeignField): Edit[] {
  if (!value || !instead) return []
  const parts = isGroup ? partsOf(value) : [value]
  const texts = parts.map((part) => instead(part))
  if (texts.length === 0 || texts.includes(undefined)) return []
  if (texts.includes('')) return [{ start: minusStart ?? start, end, text: '' }]
  return [{ start, end, text: inBrackets(texts.map(String)) }]
}

/** What other tools call our fields. */
const aliases: Record<string, string> = {
  language: 'lang',
  from: 'author',
  by: 'author',
  domain: 'site',
  host: 'site',
  source: 'channel',
  stars: 'rating',
  intitle: 'title',
  headline: 'title',
  location: 'country',
  links: 'link',
}
