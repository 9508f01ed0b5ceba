import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openVoices } from '../../server/listen/reading/heads/voices.ts'
import { inShared, sharedDir } from '../../tests/shared-dir.ts'
import { englishTasks } from '../heads/english-tasks.ts'
import { sampleExamples } from '../heads/small-task.ts'
import { languagesTask } from '../heads/train-languages.ts'
import { tellTexts } from '../heads/tell-scores.ts'
import { scoreRow, scoreSection } from './score-section.ts'
import { cardFile } from './write-card.ts'

const card = readFileSync(cardFile, 'utf8')
const weights = join(import.meta.dirname, '../../server/listen/reading/weights')

describe('the model card', () => {
  test.each(['english', 'languages'])('tells the checksum of the weights of %s', (name) => {
    const bytes = readFileSync(join(weights, `${name}.weights`))
    expect(card).toContain(createHash('sha256').update(bytes).digest('hex'))
  })

  test('holds on the sample that lies beside it', () => {
    const told = tellTexts(openVoices('english'), 'sentiment', sampleExamples())
    expect(card).toContain(scoreRow('sentiment | goemotions, the sample in train/samples', told, 3))
  })

  test.skipIf(!sharedDir)('holds on all validation texts (needs SHARED_DIR)', { timeout: 120_000 }, () => {
    const data = inShared('data')
    expect(card).toContain(scoreSection(openVoices('english'), englishTasks(data)).trim())
    expect(card).toContain(scoreSection(openVoices('languages'), [languagesTask(data)]).trim())
  })
})
