import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openNet } from '../../server/listen/reading/net/open-net.ts'
import { inShared, sharedDir } from '../../tests/shared-dir.ts'
import { scoreNet } from './score-net.ts'

const net = openNet(join(import.meta.dirname, '../../server/listen/reading/weights/net.weights'))

describe('the weights of the net that are kept here', () => {
  const needsData = 'score on validation what they say of themselves (needs the shared data)'
  test.skipIf(!sharedDir)(needsData, { timeout: 120_000 }, () => {
    expect(scoreNet(net, inShared('data'))).toEqual(net.scores)
  })

  test('tell praise from complaint', () => {
    const sentiment = net.head('sentiment')
    const says = (words: string) => {
      const shares = sentiment.probabilities(net.look(words.split(' '))!)
      return sentiment.labels[shares.indexOf(Math.max(...shares))]
    }
    expect(says('i love this , thank you so much')).toBe('positive')
    expect(says('worst service ever , still waiting for a refund')).toBe('negative')
    expect(says('the store opens at 0 on monday')).toBe('neutral')
  })
})
