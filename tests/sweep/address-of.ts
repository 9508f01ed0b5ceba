import type { Route } from '../../server/access/route.ts'
import type { Company } from './sweep-world.ts'

/** The address with an id in each place, as `choose` says by the word before it. */
export function fill(route: Route, choose: (noun: string) => string): string {
  let noun = ''
  const segments = route.path.split('/').map((segment) => {
    if (segment.startsWith(':')) return choose(noun)
    noun = segment
    return segment
  })
  return `/api${segments.join('/')}`
}

/** The ids of one company, by the word before them. Throws where the sweep world has none. */
export function idOf(company: Company, route: Route): (noun: string) => string {
  return (noun) => {
    const id = company.ids[noun]
    if (id) return id
    throw new Error(`${named(route)}: the sweep knows no ${noun}. Furnish one in tests/sweep/sweep-world.ts.`)
  }
}

/** A route as a message names it. */
export function named(route: Route): string {
  return `${route.method} ${route.path}`
}

export function hasIds(route: Route): boolean {
  return route.path.includes(':')
}

/** The first word of its address. */
export function nounOf(route: Route): string {
  return route.path.split('/')[1] ?? ''
}
