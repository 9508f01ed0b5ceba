import { type ESTree, Visitor } from 'vite'
import type { SourceFile } from './source-files.ts'

export interface MeasuredFunction {
  /** Where to find it: `path:line name`. */
  at: string
  /** Lines with something on them, comments too. */
  lines: number
  parameters: number
  isComponent: boolean
  /** Functions of one expression count for their parameters, not for their length. */
  hasBody: boolean
}

type FunctionNode = ESTree.Function | ESTree.ArrowFunctionExpression

/** Every function of a file with its size. Components are functions of a `.tsx` file named with a capital letter. */
export function functionsOf({ path, text, program }: SourceFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = []
  const names = new Map<number, string>()
  const measure = (node: FunctionNode): void => {
    if (node.body === null) return
    const name = node.id?.name ?? names.get(node.start) ?? 'nameless'
    found.push({
      at: `${path}:${text.slice(0, node.start).split('\n').length} ${name}`,
      lines: text
        .slice(node.start, node.end)
        .split('\n')
        .filter((line) => line.trim() !== '').length,
      parameters: node.params.length,
      isComponent: path.endsWith('.tsx') && /^[A-Z]/.test(name),
      hasBody: node.body.type === 'BlockStatement',
    })
  }
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init) names.set(firstFunctionIn(init).start, id.name)
    },
    FunctionDeclaration: measure,
    FunctionExpression: measure,
    ArrowFunctionExpression: measure,
  }).visit(program)
  return found
}

/** `memo(function …)` and `forwardRef(…)` give their name to the function inside. */
function firstFunctionIn(init: ESTree.Expression): { start: number } {
  const [first] = init.type === 'CallExpression' ? init.arguments : []
  return first ?? init
}
