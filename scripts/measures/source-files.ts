import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ESTree, parseSync } from 'vite'

export interface SourceFile {
  path: string
  text: string
  /** Lines with something on them. */
  lines: string[]
  isTest: boolean
  program: ESTree.Program
  comments: { value: string; start: number; end: number }[]
}

/** Everything we wrote in TypeScript, parsed; migrations, recordings and what is generated apart. */
export function readSourceFiles(root: string): SourceFile[] {
  const paths = globSync('{server,contract,web,tests,scripts,bench}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['web/dist/**', '**/recordings/**', '**/*.gen.ts', 'server/db/migrations/**'],
  })
  return paths.toSorted().map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

/** Throws on a file that cannot be parsed: a measure that skips it would pass blindly. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  return {
    path,
    text,
    program,
    comments,
    lines: text.split('\n').filter((line) => line.trim() !== ''),
    isTest: /\.test\.tsx?$/.test(path) || path.startsWith('tests/'),
  }
}
