import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutPost } from '../cut-post.ts'
import { cueLabels } from './cue-labels.ts'
import { parseCues } from './parse-cues.ts'
import type { Cue, Pattern } from './pattern.ts'

/**
 * The cues of a language: `words.cues` with its named words, then a file for each reader, then those of every language
 * (`any`: emoji and marks). Throws `CueFileError` when one cannot be read.
 */
export function loadCues(language: string): Cue[] {
  return ['any', language].flatMap((folder) => loadFolder(folder))
}

function loadFolder(folder: string): Cue[] {
  const named = new Map<string, Pattern>()
  const words = textOf(folder, 'words')
  if (words !== undefined) parseCues(words, { name: `${folder}/words.cues`, reader: '', labels: [], named, cut })
  return Object.entries(cueLabels).flatMap(([reader, labels]) => {
    const text = textOf(folder, reader)
    const name = `${folder}/${reader}.cues`
    return text === undefined ? [] : parseCues(text, { name, reader, labels, named: new Map(named), cut })
  })
}

function textOf(folder: string, name: string): string | undefined {
  const path = join(import.meta.dirname, folder, `${name}.cues`)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

const cutWords = new Map<string, readonly string[]>()

/** As posts are cut; patterns write the same words again and again. */
function cut(written: string): readonly string[] {
  let words = cutWords.get(written)
  if (!words) {
    words = cutPost({ text: written }).words
    cutWords.set(written, words)
  }
  return words
}
