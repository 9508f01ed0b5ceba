import { dirname, join } from 'node:path'
import type { SourceFile } from './source-files.ts'

type Graph = Map<string, string[]>

/** Groups of files that import each other in a ring, imports of types included. */
export function circlesOf(files: SourceFile[]): string[][] {
  const graph: Graph = new Map(files.map((file) => [file.path, importsOf(file)]))
  return stronglyConnected(graph).filter(
    (group) => group.length > 1 || graph.get(group[0] ?? '')?.includes(group[0] ?? ''),
  )
}

function importsOf({ path, program }: SourceFile): string[] {
  return program.body.flatMap((statement) => {
    const source = 'source' in statement ? statement.source?.value : undefined
    return typeof source === 'string' && source.startsWith('.') ? [join(dirname(path), source)] : []
  })
}

/** Tarjan's strongly connected components. */
function stronglyConnected(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const groups: string[][] = []
  const visit = (node: string): void => {
    order.set(node, order.size)
    lowest.set(node, order.get(node)!)
    open.push(node)
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue
      if (!order.has(next)) visit(next)
      if (open.includes(next)) lowest.set(node, Math.min(lowest.get(node)!, lowest.get(next)!))
    }
    if (lowest.get(node) === order.get(node)) groups.push(open.splice(open.indexOf(node)))
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return groups
}
