import { rightName } from '../../contract/team.ts'
import type { Door } from '../access/door.ts'
import type { Route } from '../access/route.ts'

const knownRights = new Set<string>([...rightName.options, 'colleague'])

/** Refuses to start with an address nobody has thought through: without a right, with an unknown one, or there twice. */
export function checkRoutes(routes: readonly Route[], doors: readonly Door[]): void {
  const seen = new Set<string>()
  for (const route of routes) {
    const name = `${route.method} /api${route.path}`
    if (!knownRights.has(route.right)) {
      throw new Error(
        route.right
          ? `${name} asks for the right "${route.right}", which does not exist. The rights stand in contract/team.ts.`
          : `${name} does not say which right it needs. Declare one in its routes.ts; without it nothing is served.`,
      )
    }
    if (/:\w/.test(route.path) && !route.params) {
      throw new Error(`${name} has ids in its path but no schema for them. Give it \`params\`.`)
    }
    if ([route.act, route.reach, route.stream].filter(Boolean).length !== 1) {
      throw new Error(`${name} needs exactly one of act, reach and stream.`)
    }
    checkOnce(seen, name)
  }
  for (const door of doors) {
    const name = `${door.method} ${door.path}`
    if (!door.reason) throw new Error(`${name} is open to everybody and does not say why. Give it a reason.`)
    checkOnce(seen, name)
  }
}

function checkOnce(seen: Set<string>, name: string): void {
  const pattern = name.replaceAll(/:\w+/g, ':')
  if (seen.has(pattern)) throw new Error(`${name} is declared twice.`)
  seen.add(pattern)
}
