import type { NormalPerson } from './normal-feed.ts'

/** Reads `ann@example.com (Ann Abel)`, `Ann Abel <ann@example.com>`, `Ann Abel (ann@example.com)` or a name alone. */
export function readPerson(written: string | undefined): NormalPerson | undefined {
  const text = written?.replace(/\s+/g, ' ').trim().slice(0, 500) ?? ''
  if (!text) return undefined
  const email = /[^\s<>()"',;:]+@[^\s<>()"',;:]+\.[^\s<>()"',;:.]+/.exec(text)?.[0]
  const uri = email ? undefined : /https?:\/\/[^\s<>()]+/i.exec(text)?.[0]
  const name = text
    .replace(email ?? uri ?? '\n', ' ')
    .replace(/mailto:/i, ' ')
    .replace(/[<>()[\]]|^[\s,;:"-]+|[\s,;:"-]+$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return { ...(name && { name }), ...(email && { email }), ...(uri && { uri }) }
}

/** Each person once. */
export function eachOnce(people: (NormalPerson | undefined)[]): NormalPerson[] {
  const seen = new Set<string>()
  return people.flatMap((person) => {
    if (!person || !(person.name ?? person.email ?? person.uri)) return []
    const key = `${person.name ?? ''}\n${person.email ?? ''}\n${person.uri ?? ''}`
    return seen.has(key) ? [] : (seen.add(key), [person])
  })
}
