import { dirname, join, normalize } from 'node:path'
import { isTest, type SourceTree } from './source-tree.ts'

const base = ['model', 'lib', 'log', 'contract']
const storage = [...base, 'db', 'events', 'on-event']
const everything = ['*']

/** The dependency rule: a folder may import itself and what stands here. Other files at the top of `server/` join rooms. */
const mayImport: Record<string, string[]> = {
  model: [],
  lib: ['log'],
  log: [],
  db: base,
  events: ['model', 'lib', 'db'],
  'on-event': ['events', 'db'],
  connectors: base,
  access: storage,
  http: [...base, 'db', 'events', 'access'],
  outbox: [...storage, 'connectors'],
  listen: [...storage, 'access', 'connectors'],
  know: [...storage, 'access'],
  answer: [...storage, 'access', 'know', 'outbox'],
  learn: [...storage, 'access'],
  config: base,
  commands: everything,
  demo: everything,
}

/** The web has the same table: rooms do not know each other, `ui` and `live` know no room, `readings` are shown in several. */
const webMayImport: Record<string, string[]> = {
  ui: ['live', 'catalogues'],
  live: ['catalogues'],
  catalogues: [],
  readings: ['ui', 'live', 'catalogues'],
  listen: ['readings', 'ui', 'live', 'catalogues'],
  answer: ['readings', 'ui', 'live', 'catalogues'],
  know: ['ui', 'live', 'catalogues'],
  learn: ['ui', 'live', 'catalogues'],
  settings: ['ui', 'live', 'catalogues'],
}

/** Files that only some folders may import. */
const guarded: Record<string, string[]> = {
  'server/connectors/senders.ts': ['outbox'],
  'server/connectors/listeners.ts': ['listen', 'app'],
  'server/connectors/registry.ts': ['app'],
}

/** Packages that a folder without knowledge of the outside may use. */
const packages: Record<string, string[]> = { model: [], contract: ['zod'] }

/** Every import that the table does not allow, as a sentence. */
export function brokenFolderRules(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    isTest(path)
      ? []
      : importsOf(path, text)
          .filter((it) => !isAllowed(path, it))
          .map((it) => `${path} may not import ${it}`),
  )
}

function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...found].map(([, from, bare, lazy]) => {
    const name = from ?? bare ?? lazy ?? ''
    return name.startsWith('.') ? normalize(join(dirname(path), name)) : name
  })
}

function isAllowed(path: string, imported: string): boolean {
  const [area, from] = placeOf(path)
  if (!isOurs(imported)) return isAllowedPackage(area === 'contract' ? 'contract' : from, imported)
  const [toArea, to] = placeOf(imported)
  if (guarded[imported] && from !== 'connectors' && !guarded[imported].includes(from)) return false
  if (area === 'contract') return toArea === 'contract'
  if (area === 'web') return isAllowedInWeb(from, toArea, to)
  return area === 'server' ? isAllowedInServer(path, toArea, to) : true
}

function isAllowedInServer(path: string, toArea: string, to: string): boolean {
  const [, from] = placeOf(path)
  const table = mayImport[from] ?? (isAtTop(path) ? everything : undefined)
  if (toArea === 'contract') return listed(table, 'contract')
  return toArea === 'server' && (from === to || listed(table, to))
}

function isAllowedInWeb(from: string, toArea: string, to: string): boolean {
  if (toArea === 'contract') return true
  if (toArea !== 'web') return false
  const table = webMayImport[from]
  return table === undefined || from === to || table.includes(to)
}

function isAllowedPackage(folder: string, name: string): boolean {
  return packages[folder]?.includes(name) ?? true
}

function listed(table: string[] | undefined, folder: string): boolean {
  return table === everything || (table?.includes(folder) ?? false)
}

function isOurs(imported: string): boolean {
  return /^(server|contract|web|tests|scripts|bench)\//.test(imported)
}

function isAtTop(path: string): boolean {
  return path.split('/').length === 2
}

/** `server/db/tables.ts` is `db` of the server; `server/app.ts` is `app`. */
function placeOf(path: string): [area: string, folder: string] {
  const [area = '', folder = ''] = path.split('/')
  return [area, folder.replace(/\.tsx?$/, '')]
}
