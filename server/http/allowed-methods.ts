import type { HttpParts } from './http-parts.ts'

/** Which methods an address takes; none where there is no such address. */
export function allowedMethods({ routes, doors }: HttpParts): (path: string) => string[] {
  const patterns = [
    ...routes.map((route) => ({ method: route.method, shape: shapeOf(`/api${route.path}`) })),
    ...doors.map((door) => ({ method: door.method, shape: shapeOf(door.path) })),
  ]
  return (path) => {
    const methods = patterns.filter(({ shape }) => shape.test(path)).map(({ method }): string => method)
    if (methods.includes('GET')) methods.push('HEAD')
    return methods.length === 0 ? [] : [...new Set(methods), 'OPTIONS'].toSorted()
  }
}

function shapeOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/:\w+/g, '[^/]+')}$`)
}
