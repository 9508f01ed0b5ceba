import { Visitor } from 'vite'
import type { SourceFile } from './source-files.ts'

/** Places of `any` in a file. */
export function anyIn({ path, text, program }: SourceFile): string[] {
  const found: string[] = []
  new Visitor({ TSAnyKeyword: ({ start }) => void found.push(placeOf(path, text, start)) }).visit(program)
  return found
}

/** Comments that silence a checker without saying why after ` -- `. */
export function unexplainedSuppressionsIn({ path, text, comments }: SourceFile): string[] {
  return comments
    .filter(({ value }) => /@ts-(ignore|nocheck|expect-error)\b|(oxlint|eslint)-disable|oxfmt-ignore/.test(value))
    .filter(({ value }) => !/\s--\s+\S/.test(value))
    .map(({ start }) => placeOf(path, text, start))
}

/** A file with nothing but re-exports. */
export function isBarrel({ program }: SourceFile): boolean {
  const { body } = program
  const passesOn = body.some(
    (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
  )
  return (
    passesOn &&
    body.every(
      (statement) =>
        statement.type === 'ExportAllDeclaration' ||
        statement.type === 'ImportDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && statement.declaration === null),
    )
  )
}

function placeOf(path: string, text: string, at: number): string {
  return `${path}:${text.slice(0, at).split('\n').length}`
}
