import { join } from 'node:path'
import { featureRules } from '../../server/listen/reading/language/hash-grams.ts'
import type { LanguageBlocks, LanguageDetails } from '../../server/listen/reading/language/language-table.ts'
import { languageDetails, makeLanguageTable } from '../../server/listen/reading/language/language-table.ts'
import { languageReader } from '../../server/listen/reading/language/read-language.ts'
import { writeWeights } from '../../server/listen/reading/weights/weights-file.ts'
import { seededRandom } from '../net/random.ts'
import type { Random } from '../net/random.ts'
import { calibrateLanguage } from './calibrate-language.ts'
import { fitTable } from './fit-table.ts'
import { gatherExamples, languagesByScript } from './gather-examples.ts'
import type { LanguageRow } from './language-row.ts'
import { readEnglishPosts, readLanguageRows, withoutMarks } from './language-row.ts'
import { packTable } from './pack-table.ts'
import { inPercent, largeLanguages, percent, scoreLanguage } from './score-language.ts'
import { countTable, encode, pruneTable } from './sparse-table.ts'
import type { SparseTable } from './sparse-table.ts'
import { thinTable } from './thin-table.ts'
import type { Training } from '../training.ts'

export interface LanguageTraining {
  rows: readonly LanguageRow[]
  validation: readonly LanguageRow[]
  seed: number
  version: string
  date: string
  out: string
  /** Features to keep. */
  kept: number
  note: (line: string) => void
}

/** Features of fewer texts are chance. */
const leastTexts = 3
/** A share of the texts is learned a second time as it is typed without accents. */
const shareWithoutMarks = 0.3
const power = 0.5
/** Weights lighter than this cost more time than they bring. */
const lightest = 0.6
/** What makes the first table's sums as sure as it is right. */
const firstScale = 0.35
/** A mistake in a language that many write counts twice. */
const importance = Object.fromEntries(largeLanguages.map((language) => [language, 2]))

/** Counts, fits, prunes, fits again, rounds to bytes, calibrates, and writes the weights. Same input, same bytes. */
export function trainLanguage(training: LanguageTraining): { bytes: number; checksum: string } {
  const { details, blocks } = packTable(fitted(training, seededRandom(training.seed)), power)
  const written = writeCalibrated(training, details, blocks)
  training.note(`${details.languages.length} languages by letters, ${written.bytes} bytes, SHA-256 ${written.checksum}`)
  return written
}

/** What stands in a weights file beside the weights: how sure they are, and how they score on validation. */
export function writeCalibrated(
  { validation, version, date, out, note }: Omit<LanguageTraining, 'rows' | 'seed' | 'kept'>,
  details: LanguageDetails,
  blocks: LanguageBlocks,
): { bytes: number; checksum: string } {
  const sharpness = calibrateLanguage(makeLanguageTable(version, details, blocks), validation)
  const read = languageReader(makeLanguageTable(version, { ...details, sharpness }, blocks))
  const scored = scoreLanguage((text) => read({ text }), validation)
  for (const [kind, share] of Object.entries(scored.all))
    note(`${kind}: ${percent(share)} % of ${share.texts} right, ${share.unknown} not told`)
  for (const [kind, share] of Object.entries(scored.large))
    note(`${kind} in large languages: ${percent(share)} % of ${share.texts} right, ${share.unknown} not told`)
  const header = { name: 'language', version, date, featureRules }
  const told = languageDetails.parse({ ...details, sharpness, scores: inPercent(scored) })
  return writeWeights(out, { ...header, details: told }, { ...blocks })
}

function fitted({ rows, kept, note }: LanguageTraining, random: Random): SparseTable {
  const plain = rows.flatMap((row) => {
    const text = random() < shareWithoutMarks ? withoutMarks(row.text) : undefined
    return text === undefined ? [] : [{ ...row, text }]
  })
  const examples = gatherExamples([...rows, ...plain])
  const table = countTable(examples, languagesByScript(examples, [...rows, ...plain]), leastTexts)
  note(`${table.hashes.length} features, ${table.weight.length} weights before pruning`)
  for (let i = 0; i < table.weight.length; i += 1) table.weight[i]! *= firstScale
  fitTable(table, encode(table, examples), { passes: 2, step: 0.3, power, importance, random, note })
  const pruned = thinTable(pruneTable(table, kept), lightest)
  note(`${pruned.hashes.length} features, ${pruned.weight.length} weights after pruning`)
  fitTable(pruned, encode(pruned, examples), { passes: 1, step: 0.2, power, importance, random, note })
  return pruned
}

/** Half a table of 2¹⁸ places. */
const keptFeatures = 130_000

/** The training of the weights that come with the program. */
export function trainLanguageFile({ data, folder, seed, version, date, tell }: Training): void {
  const rows = [...readLanguageRows(data, 'train'), ...readEnglishPosts(data)]
  const out = join(folder, 'language.weights')
  const validation = readLanguageRows(data, 'val')
  trainLanguage({ rows, validation, seed, version, date, out, kept: keptFeatures, note: tell })
}
