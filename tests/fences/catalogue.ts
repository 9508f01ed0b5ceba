import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './source-tree.ts'

/** The English texts of the web app, as they stand on screen. */
export function readCatalogue(): string[] {
  const files = globSync('web/catalogues/en/*.ts', { cwd: root })
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return [...text.matchAll(/^\s*['"][\w.]+['"]:\s*(['"`])((?:(?!\1)[^\\]|\\.)+)\1/gm)].map(
      ([, , words = '']) => words,
    )
  })
}
