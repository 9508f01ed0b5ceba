import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { cardView } from '../../../../contract/readings.ts'
import { parseCard } from './parse-card.ts'
import { readCard } from './read-card.ts'

const card = `# Card of the readers

Written by a program.
Two lines, one paragraph with \`code\` and *weight*.

| reader | says |
|---|---|
| sentiment | negative, neutral, positive |

## Known failures

- Sarcasm is not
  understood.
- Emoji change.

\`\`\`
npm run train -- card

| not a table |
\`\`\`
`

test('the card becomes sections of paragraphs, tables, lists and commands, without marks', () => {
  expect(parseCard(card)).toEqual([
    {
      title: 'Card of the readers',
      blocks: [
        { kind: 'text', text: 'Written by a program. Two lines, one paragraph with code and weight.' },
        { kind: 'table', head: ['reader', 'says'], rows: [['sentiment', 'negative, neutral, positive']] },
      ],
    },
    {
      title: 'Known failures',
      blocks: [
        { kind: 'list', lines: ['Sarcasm is not understood.', 'Emoji change.'] },
        { kind: 'code', text: 'npm run train -- card\n\n| not a table |' },
      ],
    },
  ])
})

test('whatever stands there can be shown', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('# ', '- ', '|', '---', '\n', '\n\n', '```', 'a', ' ', '*')), (pieces) => {
      const sections = parseCard(pieces.join(''))
      expect(cardView.safeParse({ reader: 'spam', version: null, sections }).success).toBe(true)
    }),
  )
})

test('it is read from its file; where there is none it says nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-card-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'card.md')
  expect(await readCard('sentiment', file)).toMatchObject({ reader: 'sentiment', sections: [] })
  writeFileSync(file, card)
  expect((await readCard('sentiment', file)).sections).toHaveLength(2)
})
