import { globSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Runs one measurement: `npm run bench ingest` runs `bench/ingest.ts` with the words that follow. */
const folder = join(import.meta.dirname, '..', 'bench')
const names = globSync('*.ts', { cwd: folder }).map((file) => basename(file, '.ts'))
const name = process.argv[2] ?? ''

if (names.includes(name)) {
  process.argv.splice(2, 1)
  await import(join(folder, `${name}.ts`))
} else {
  console.error(`npm run bench NAME, where NAME is one of: ${names.toSorted().join(', ')}`)
  process.exitCode = 2
}
