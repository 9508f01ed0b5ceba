import type { SourceTree } from './source-tree.ts'

/**
 * Keys that do not start with the workspace, each for a stated reason. Sign-in belongs to no workspace; a look-up finds
 * the workspace by a secret; `words` is a search index beside the key.
 */
const exceptions = [
  /^create index \w+_lookup on/,
  /^create table workspace\b/,
  / using gin \(/,
  /^create (table|index) (auth|pgboss)_/,
]

/** Keys and indexes of migrations whose first column is not `workspace_id`, and foreign keys that leave it out. */
export function keysWithoutWorkspace(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) =>
    path.includes('/migrations/') ? statements(text).flatMap((statement) => faults(path, statement)) : [],
  )
}

function statements(text: string): string[] {
  return [...text.matchAll(/(?:create table|create (?:unique )?index|alter table)[^`;]*/gi)].map(([found]) =>
    found
      .replaceAll(/--[^\n]*/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  )
}

function faults(path: string, statement: string): string[] {
  if (exceptions.some((exception) => exception.test(statement)) || statement.includes('partition of')) return []
  const name = /(?:table|index) (?:if not exists )?(\w+)/i.exec(statement)?.[1] ?? ''
  const inline = /(\w+) [\w ]+? (primary key|unique)(?! ?\()/i.exec(statement)
  const lists = [
    ...statement.matchAll(/(?:primary key|unique|foreign key|^create (?:unique )?index \w+ on \w+) ?\(([^)]*)\)/gi),
  ].map(([, columns = '']) => columns)
  return [
    ...lists
      .filter((columns) => !columns.trim().startsWith('workspace_id'))
      .map((columns) => `${path}: a key of ${name} (${columns}) does not start with workspace_id`),
    ...(inline ? [`${path}: ${name} has a key of ${inline[1]} alone`] : []),
  ]
}
