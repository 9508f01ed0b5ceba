import { expect, test } from 'vitest'
import { type Said, scoreEndings, scoreLabels } from './score-labels.ts'

function pairs(...list: string[]): Said[] {
  return list.map((pair) => {
    const [held = '', said = ''] = pair.split('>')
    return { held, said }
  })
}

test('every label counts the same, however rare', () => {
  const score = scoreLabels(pairs('calm>calm', 'calm>calm', 'calm>calm', 'angry>calm'))
  expect(score.accuracy).toBeCloseTo(0.75)
  expect(score.macroF1).toBeCloseTo((6 / 7 + 0) / 2)
})

test('unknown is a miss of the label that holds, not a label of its own', () => {
  const score = scoreLabels(pairs('angry>angry', 'angry>unknown', 'calm>calm'))
  expect(score.macroF1).toBeCloseTo((2 / 3 + 1) / 2)
  expect(score.abstained).toBeCloseTo(1 / 3)
})

test('a label that never holds takes nothing but the precision of others', () => {
  expect(scoreLabels(pairs('bug>bug', 'bug>feature')).macroF1).toBeCloseTo(2 / 3)
})

test('ends that are none are counted apart', () => {
  const endings = scoreEndings(
    pairs('thanks>thanks', 'thanks>none', 'none>thanks', 'still_failing>thanks', 'still_failing>still_failing'),
  )
  expect(endings).toEqual({ thanksSaid: 3, thanksRight: 1, thanksHeld: 2, failing: 2, failingTakenForThanks: 1 })
})

test('nothing to score is no score', () => {
  expect(scoreLabels([]).macroF1).toBeNaN()
})
