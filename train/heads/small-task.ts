import { join } from 'node:path'
import * as z from 'zod'
import { readJsonLines } from '../rows/read-json-lines.ts'
import type { Example, HeadTask } from './head-task.ts'

const row = z.object({ text: z.string(), group: z.array(z.string()) })
const labels = ['negative', 'neutral', 'positive']

/** The sample that lies beside: comments from outside of all training, with their mood. */
export function sampleExamples(): Example[] {
  return readJsonLines(join(import.meta.dirname, '../samples/goemotions.jsonl.gz'), row).map(({ text, group }) => ({
    text,
    label: labels.indexOf(group[0]!),
    source: 0,
  }))
}

/** A training so small that a test can run it twice. */
export function smallTask(): HeadTask {
  const examples = sampleExamples()
  return {
    name: 'sentiment',
    labels,
    sources: [{ name: 'goemotions', weight: 1 }],
    examples: examples.filter((_, place) => place % 4 !== 0),
    validations: [{ name: 'goemotions', examples: examples.filter((_, place) => place % 4 === 0) }],
    freedom: { sparse: 1, dense: 0.1 },
    kept: 3_000,
    leastCount: 2,
    balance: 0.5,
  }
}
