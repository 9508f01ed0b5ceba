import { offeredLanguages, queryFields } from './query-fields.ts'
import type { TokenAtCaret } from './token-at.ts'

export interface Suggestion {
  id: string
  /** What takes the place of what was written. */
  insert: string
  label: string
  hint: string
}

/** What this workspace has, to be offered behind fields. */
export interface KnownHere {
  channels: readonly { kind: string; label: string }[]
  lists: readonly { name: string; count: number }[]
  topics: readonly { name: string }[]
  words: readonly { word: string; posts: number }[]
}

/** How the hints are said. */
export interface Say {
  field: (name: string) => string
  entries: (count: number) => string
  posts: (count: number) => string
  language: (code: string) => string
}

const most = 8

/** What can stand where somebody is writing, the likeliest first. A value that is already whole is not offered. */
export function suggest({ field, text }: TokenAtCaret, known: KnownHere, say: Say): Suggestion[] {
  if (field === undefined) return [...fieldsFor(text, say), ...wordsFor(text, known, say)].slice(0, most)
  const values = valuesOf(field, known, say).filter(({ label, hint }) => fits(label, text) || fits(hint, text))
  const shown = values.map((value) => ({ ...value, id: value.insert, insert: `${field}:${quoted(value.label)}` }))
  return shown.length === 1 && shown[0]?.label === text ? [] : shown.slice(0, most)
}

function valuesOf(field: string, known: KnownHere, say: Say): Suggestion[] {
  if (field === 'lang') return offeredLanguages.map((code) => offer(code, say.language(code)))
  if (field === 'channel') return known.channels.map(({ kind, label }) => offer(kind, label))
  if (field === 'list') return known.lists.map(({ name, count }) => offer(name, say.entries(count)))
  if (field === 'topic') return known.topics.map(({ name }) => offer(name))
  return (queryFields[field] ?? []).map((value) => offer(value))
}

function offer(label: string, hint = ''): Suggestion {
  return { id: label, insert: label, label, hint }
}

function fieldsFor(text: string, say: Say): Suggestion[] {
  if (text === '') return []
  return Object.keys(queryFields)
    .filter((name) => name.startsWith(text.toLowerCase()))
    .map((name) => ({ id: `${name}:`, insert: `${name}:`, label: `${name}:`, hint: say.field(name) }))
}

function wordsFor(text: string, { words }: KnownHere, say: Say): Suggestion[] {
  const plain = text.toLowerCase()
  return words
    .filter(({ word }) => word.startsWith(plain) && word !== plain)
    .map(({ word, posts }) => ({ id: `word ${word}`, insert: word, label: word, hint: say.posts(posts) }))
}

function fits(text: string, typed: string): boolean {
  const plain = text.toLowerCase()
  const start = typed.toLowerCase()
  return start === '' || plain.split(/[\s-]/).some((word) => word.startsWith(start)) || plain.startsWith(start)
}

function quoted(value: string): string {
  return /^[\p{L}\p{N}_.<>=-]+$/u.test(value) ? value : `"${value}"`
}
