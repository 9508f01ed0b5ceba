import type { FitScore } from '../../../db/reading-tables.ts'
import { findRows, scoresOf } from './apply-fit.ts'
import { type Fit, softmax } from './fit.ts'
import type { Answer } from './learn-fit.ts'

const bins = 10

/** What a fit makes of an answered post, by label; without one, what the reader itself made of it. */
export function judge(answer: Answer, fit: Fit | undefined): readonly number[] {
  return fit ? softmax(scoresOf(fit, answer.shares, findRows(fit, answer.grams))) : answer.shares
}

/** How well a fit does on answers it did not learn from; without one, how well the reader itself does. */
export function scoreFit(answers: readonly Answer[], fit: Fit | undefined, classes: number): FitScore {
  const judged = answers.map((answer) => {
    const shares = judge(answer, fit)
    const confidence = Math.max(...shares)
    return { said: shares.indexOf(confidence), confidence, target: answer.target }
  })
  return {
    right: judged.filter(({ said, target }) => said === target).length,
    count: judged.length,
    macroF1: macroF1(judged, classes),
    calibrationError: calibrationError(judged),
  }
}

/** The sum of what the answers surprise by, in natural units: the smaller the better. */
export function surprise(answers: readonly Answer[], fit: Fit): number {
  return answers.reduce((sum, answer) => sum - answer.weight * Math.log(judge(answer, fit)[answer.target]! + 1e-9), 0)
}

interface Judged {
  said: number
  confidence: number
  target: number
}

/** The mean over the labels that occur of the harmonic mean of precision and recall. */
function macroF1(judged: readonly Judged[], classes: number): number {
  const each = Array.from({ length: classes }, (_, label) => {
    const hits = judged.filter(({ said, target }) => said === label && target === label).length
    const all =
      judged.filter(({ said }) => said === label).length + judged.filter(({ target }) => target === label).length
    return all === 0 ? undefined : (2 * hits) / all
  }).filter((score) => score !== undefined)
  return each.length === 0 ? 0 : each.reduce((sum, score) => sum + score, 0) / each.length
}

/** How far the confidence is from the share that was right, over ten equal steps of confidence, weighted by their counts. */
function calibrationError(judged: readonly Judged[]): number {
  let error = 0
  for (let bin = 0; bin < bins; bin++) {
    const inside = judged.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin)
    const sure = inside.reduce((sum, { confidence }) => sum + confidence, 0)
    const right = inside.filter(({ said, target }) => said === target).length
    error += Math.abs(sure - right)
  }
  return judged.length === 0 ? 0 : error / judged.length
}
