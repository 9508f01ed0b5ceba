import { describe, expect, test } from 'vitest'
import { emptyFileNames, refusedNames, refusedTexts } from './fences/names.ts'
import { brokenFolderRules } from './fences/folder-rule.ts'
import { keysWithoutWorkspace } from './fences/keys.ts'
import { readCatalogue } from './fences/catalogue.ts'
import { readTree, type SourceTree } from './fences/source-tree.ts'

const tree = readTree()

function planted(path: string, text: string): SourceTree {
  return new Map([[path, text]])
}

test('the checkout is really read', () => {
  expect(tree.size).toBeGreaterThan(50)
  expect(tree.has('server/db/tables.ts')).toBe(true)
})

describe('folders import only what stands in the table', () => {
  test('in the checkout', () => expect(brokenFolderRules(tree)).toEqual([]))

  test.each([
    ['server/listen/matching/bad.ts', `import { setAside } from '../../answer/conversations/set-aside.ts'`],
    ['server/model/post.ts', `import { sleep } from '../lib/sleep.ts'`],
    ['server/model/post.ts', `import { z } from 'zod'`],
    ['server/connectors/feed/read.ts', `import type { Tx } from '../../db/database.ts'`],
    ['server/db/workspace.ts', `import { who } from '../access/who.ts'`],
    ['server/learn/outcomes/a.ts', `import { reply } from '../../answer/replies/reply.ts'`],
    ['server/answer/routing/a.ts', `const late = await import('../../listen/topics/list-topics.ts')`],
    ['server/http/serve-routes.ts', `import { routes } from '../routes.ts'`],
    ['server/lib/fetch.ts', `import '../db/database.ts'`],
    ['contract/topics.ts', `import { Hono } from 'hono'`],
    ['contract/topics.ts', `import { turns } from '../server/model/turn.ts'`],
    ['web/ui/button.tsx', `import { InboxPage } from '../answer/inbox-page.tsx'`],
    ['web/listen/topics-page.tsx', `import { Reply } from '../answer/reply.tsx'`],
    ['web/live/client.ts', `import { openDatabase } from '../../server/db/database.ts'`],
  ])('a breach in %s is called by name', (path, text) => {
    expect(brokenFolderRules(planted(path, text))).toEqual([expect.stringContaining(`${path} may not import`)])
  })

  test('only the outbox reaches what sends, only listening reaches what listens', () => {
    const senders = `import { senders } from '../connectors/senders.ts'`
    const listeners = `import { listeners } from '../connectors/listeners.ts'`
    expect(brokenFolderRules(planted('server/outbox/deliver.ts', senders))).toEqual([])
    expect(brokenFolderRules(planted('server/listen/listen.ts', senders))).toHaveLength(1)
    expect(brokenFolderRules(planted('server/commands/serve.ts', senders))).toHaveLength(1)
    expect(brokenFolderRules(planted('server/listen/listen.ts', listeners))).toEqual([])
    expect(brokenFolderRules(planted('server/outbox/deliver.ts', listeners))).toHaveLength(1)
  })
})

describe('one word for one thing', () => {
  test('in the checkout', () => expect(refusedNames(tree)).toEqual([]))
  test('in the texts on screen', () => {
    expect(readCatalogue().length).toBeGreaterThan(300)
    expect(refusedTexts(readCatalogue())).toEqual([])
  })

  test.each([
    ['server/db/migrations/1-bad.ts', 'sql`create table ticket (workspace_id uuid)`'],
    ['server/answer/inbox/bad.ts', 'export interface InboxItem { id: string }'],
    ['server/know/people/bad.ts', 'export type Contact = { id: string }'],
    ['server/answer/conversations/bad.ts', 'export type ConversationStatus = string'],
    ['server/answer/routes.ts', `route({ path: '/cases/:id' })`],
  ])('a refused word in %s is found', (path, text) => {
    expect(refusedNames(planted(path, text))).toEqual([expect.stringContaining('uses the word')])
  })

  test('a refused word on screen is found, ordinary English is not', () => {
    expect(refusedTexts(['Open a ticket', 'All leads', 'This item waits', 'Your contacts', 'Open cases'])).toHaveLength(
      5,
    )
    expect(
      refusedTexts([
        'Contact us',
        'In case of doubt',
        'Exactly this case',
        'You take the lead in this',
        'This is sorted',
      ]),
    ).toHaveLength(0)
  })
})

describe('files are named after what is in them', () => {
  test('in the checkout', () => expect(emptyFileNames(tree)).toEqual([]))

  test.each([
    'server/lib/utils.ts',
    'server/answer/helpers/a.ts',
    'web/ui/types.ts',
    'server/know/person-service.ts',
    'web/live/constants.ts',
    'server/common/a.ts',
  ])('%s is refused', (path) => expect(emptyFileNames(planted(path, ''))).toHaveLength(1))
  test.each(['server/lib/media-type.ts', 'contract/post-type.ts'])('%s is fine', (path) => {
    expect(emptyFileNames(planted(path, ''))).toEqual([])
  })
})

describe('every key starts with the workspace', () => {
  test('in the checkout', () => expect(keysWithoutWorkspace(tree)).toEqual([]))

  test.each([
    'create table thing (workspace_id uuid not null, id uuid not null, primary key (id))',
    'create table thing (workspace_id uuid not null, id uuid primary key)',
    'create table thing (workspace_id uuid not null, name text not null unique, primary key (workspace_id, name))',
    'create table thing (workspace_id uuid, other_id uuid, primary key (workspace_id), foreign key (other_id) references other)',
    'create unique index thing_name on thing (name)',
    'create index thing_at on thing (at desc, workspace_id)',
    'alter table thing add unique (name)',
  ])('%s is refused', (statement) => {
    expect(keysWithoutWorkspace(planted('server/db/migrations/1-bad.ts', `sql\`${statement}\``))).toHaveLength(1)
  })
})
