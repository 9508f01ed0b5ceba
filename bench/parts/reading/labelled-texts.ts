import { join } from 'node:path'
import * as z from 'zod'
import { inShared, sharedDir } from '../../../tests/shared-dir.ts'
import { readJsonLines } from '../../../train/rows/read-json-lines.ts'

export interface Labelled {
  text: string
  label: string
  lang: string | undefined
}

const row = z.object({
  text: z.string(),
  label: z.union([z.string(), z.number()]).optional(),
  group: z.array(z.string()).optional(),
  lang: z.string().optional(),
  kind: z.string().optional(),
})

/** Labelled texts of a data set; comments that do not say one thing alone are left out. */
export function labelledTexts(set: string, part: 'train' | 'val', kind?: string): Labelled[] {
  if (!sharedDir) throw new Error('The data is not here. Set SHARED_DIR to the folder that holds data/.')
  return readJsonLines(inShared(join('data', set, `${part}.jsonl.gz`)), row)
    .filter((one) => kind === undefined || one.kind === kind)
    .map(({ text, label, group, lang }) => ({ text, label: String(label ?? onlyOf(group) ?? lang), lang }))
    .filter(({ label }) => label !== 'ambiguous' && label !== 'several')
}

function onlyOf(group: readonly string[] | undefined): string | undefined {
  if (!group) return undefined
  return group.length === 1 ? group[0] : 'several'
}
