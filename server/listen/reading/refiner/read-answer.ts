import { z } from 'zod'
import { readerKinds, type ReaderName } from '../../../../contract/reader-kinds.ts'

/** What a refiner said of a post: only labels of ours. */
export type Refined = { reader: ReaderName; label: string }[]

/** An answer that is of no use. The message is a sentence for a person and quotes nothing of the answer. */
export class UselessAnswer extends Error {
  override name = 'UselessAnswer'
}

const mostCharacters = 2_000

const chat = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().max(mostCharacters) }) })).min(1),
})

/**
 * Reads the answer of a model as what it is: words of a stranger. It must be one JSON object with the keys that were
 * asked for and no others, each with a label of ours. Throws `UselessAnswer`.
 */
export function readAnswer(body: unknown, readers: readonly ReaderName[]): Refined {
  const answer = chat.safeParse(body)
  if (!answer.success)
    throw new UselessAnswer('The refiner answered in a form that no chat has, or at too great length.')
  const said = z
    .strictObject(Object.fromEntries(readers.map((reader) => [reader, z.enum(readerKinds[reader].labels)])))
    .safeParse(parsed(answer.data.choices[0]!.message.content))
  if (!said.success) throw new UselessAnswer('The refiner did not answer with the labels it was asked for.')
  return readers.map((reader) => ({ reader, label: String(said.data[reader]) }))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UselessAnswer('The refiner answered with something that is not JSON.')
  }
}
