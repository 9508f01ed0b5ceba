import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cutPost } from '../../server/listen/reading/cut-post.ts'
import { decide } from '../../server/listen/reading/heads/read-head.ts'
import { askVoices, openVoices } from '../../server/listen/reading/heads/voices.ts'
import { wordBlocks } from '../words/known-words.ts'
import { ownWords, withEmoji } from '../words/own-words.ts'
import { scoreLabels } from './score-labels.ts'
import { smallTask } from './small-task.ts'
import { tellTexts } from './tell-scores.ts'
import { trainFile } from './train-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'train-'))
afterAll(() => rmSync(folder, { recursive: true }))

const task = smallTask()

function train(): Buffer {
  const none = { words: [], vectors: new Int8Array(), step: 1 }
  const texts = task.examples.map(({ text }) => text)
  const words = wordBlocks([ownWords(texts), withEmoji(new Map())], none)
  const told = { data: '', folder, seed: 1, version: '1', date: '2026-11-22', tell: () => undefined }
  trainFile({ ...told, name: 'languages', tasks: [task], words })
  return readFileSync(join(folder, 'languages.weights'))
}

test('the same sample gives the same bytes, and heads that read by them', () => {
  const first = train()
  expect(train().equals(first)).toBe(true)
  const voices = openVoices('languages', folder)
  const known = scoreLabels(tellTexts(voices, 'sentiment', task.examples), 3)
  expect(known.accuracy).toBeGreaterThan(0.9)
  const unseen = scoreLabels(tellTexts(voices, 'sentiment', task.validations[0]!.examples), 3)
  expect(unseen.macroRecall).toBeGreaterThan(0.4)
  const { shares, head } = askVoices(voices, cutPost({ text: 'I love this, thank you' }), 'sentiment')
  expect(decide(shares, head).label).toBe('positive')
})
