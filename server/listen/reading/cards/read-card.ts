import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CardView } from '../../../../contract/readings.ts'
import type { ReaderName } from '../../../../contract/reader-kinds.ts'
import { readers } from '../read-post.ts'
import { parseCard } from './parse-card.ts'

const cardFile = join(import.meta.dirname, '../../../../docs/model-card.md')

/** How a reader reads: its version, and the model card that comes with the weights; without one where it is not there. */
export async function readCard(reader: ReaderName, file = cardFile): Promise<CardView> {
  const version = readers.find(({ name }) => name === reader)?.version ?? null
  try {
    return { reader, version, sections: parseCard(await readFile(file, 'utf8')) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { reader, version, sections: [] }
    throw error
  }
}
