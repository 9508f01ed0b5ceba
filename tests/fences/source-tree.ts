import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Path from the root of the checkout → text. Fences read trees, so that a breach can be planted in one. */
export type SourceTree = Map<string, string>

export const root = join(import.meta.dirname, '..', '..')

/** Everything we wrote, as it stands in the checkout. */
export function readTree(): SourceTree {
  const paths = globSync('{server,contract,web,tests,scripts,bench}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['web/dist/**', '**/recordings/**'],
  })
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\/stand-in\.ts$/.test(path) || path.startsWith('tests/')
}
