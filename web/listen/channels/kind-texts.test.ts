import { describe, expect, it } from 'vitest'
import type { ChannelKind } from '../../../contract/channels.ts'
import { speak } from '../../live/text.ts'
import { inOurWords } from './kind-texts.ts'

const kind: ChannelKind = {
  kind: 'feed',
  label: 'Feed',
  about: 'Articles of a blog.',
  signIn: false,
  texts: { de: { 'url.label': 'Wo er steht', 'order.new': 'Neues zuerst' } },
  can: { listens: 'poll', replies: false, privateReplies: false, edits: false, deletions: false, threads: false },
  fields: [
    {
      name: 'url',
      label: 'Address',
      help: 'Of the feed.',
      placeholder: '',
      kind: 'url',
      choices: [],
      required: true,
      initial: '',
    },
    {
      name: 'order',
      label: 'Order',
      help: '',
      placeholder: '',
      kind: 'choice',
      choices: [
        { value: 'new', label: 'Newest first' },
        { value: 'old', label: 'Oldest first' },
      ],
      required: false,
      initial: 'new',
    },
  ],
}

describe('a network', () => {
  it("is told in the network's own words in English", async () => {
    await speak('en')
    expect(inOurWords(kind)).toEqual(kind)
  })

  it('is told in German: by its own text first, then ours, else in its own words', async () => {
    await speak('de')
    const { about, fields } = inOurWords(kind)
    expect(about).toContain('Neue Artikel')
    expect(fields[0]).toMatchObject({ label: 'Wo er steht', help: 'Des Feeds oder einer Seite, die einen hat.' })
    expect(fields[1]?.label).toBe('Order')
    expect(fields[1]?.choices).toEqual([
      { value: 'new', label: 'Neues zuerst' },
      { value: 'old', label: 'Oldest first' },
    ])
  })
})
