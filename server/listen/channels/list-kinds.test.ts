import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineConnector } from '../../connectors/connector.ts'
import { hackernews } from '../../connectors/hackernews/index.ts'
import { listKinds } from './list-kinds.ts'

/** A network as somebody else would put it into a folder of their own. */
const wire = defineConnector({
  name: 'wire',
  label: 'Wire',
  about: 'Texts over a wire.',
  settings: z.object({
    url: z.url().meta({ label: 'Address', help: 'Where the wire ends.' }),
    side: z
      .enum(['left', 'right'])
      .default('left')
      .meta({ label: 'Side', choices: { left: 'Left' } }),
    token: z.string().meta({ label: 'Token', secret: true }),
    key: z.string().optional().meta({ label: 'Key', made: true }),
  }),
  can: { listens: 'poll', replies: true, privateReplies: false, edits: false, deletions: false, threads: false },
  idSpace: () => 'wire',
  limits: () => ({ textLength: null, replyWindowHours: null }),
  check: () => Promise.resolve({ account: 'the wire', notes: [] }),
})
const texts = { de: { label: 'Draht', 'url.label': 'Adresse', 'side.left': 'Links' }, fr: { label: 'Fil' } }

test('a network brings its own texts in every language it has, also in those that we do not have', () => {
  const [kind] = listKinds({ connectors: { wire: { ...wire, texts } } })
  expect(kind).toMatchObject({ kind: 'wire', label: 'Wire', about: 'Texts over a wire.', texts })
})

test('a network without other languages is offered all the same', () => {
  expect(listKinds({ connectors: { wire } })).toMatchObject([{ kind: 'wire', texts: {}, signIn: false }])
})

test('the form asks for what a person knows, not for what we make', () => {
  const [kind] = listKinds({ connectors: { wire } })
  expect(kind?.fields).toMatchObject([
    { name: 'url', label: 'Address', help: 'Where the wire ends.', kind: 'url', required: true },
    {
      name: 'side',
      kind: 'choice',
      choices: [
        { value: 'left', label: 'Left' },
        { value: 'right', label: 'right' },
      ],
      initial: 'left',
    },
    { name: 'token', kind: 'secret', required: true },
  ])
})

test('a network that can be signed in to says so; networks keep their order', () => {
  const signIn = {
    begin: () => Promise.resolve({ url: 'https://a.example/allow', kept: null }),
    finish: () => Promise.resolve({ settings: {} }),
  }
  const kinds = listKinds({ connectors: { wire: { ...wire, signIn }, hackernews } })
  expect(kinds.map(({ kind, signIn: canSignIn }) => [kind, canSignIn])).toEqual([
    ['wire', true],
    ['hackernews', false],
  ])
  expect(kinds[1]?.texts['de']).toMatchObject({ 'searches.label': 'Suchen' })
})
