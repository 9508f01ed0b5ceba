import type { z } from 'zod'
import type { RefinerTrialAnswer, refinerTrial } from '../../../../contract/refiner.ts'
import type { Keyring } from '../../../access/seal.ts'
import type { Work } from '../../../db/workspace.ts'
import { OutsideError } from '../../../lib/outside-error.ts'
import { askRefiner, type RefinerDoor } from './ask-refiner.ts'
import { UselessAnswer } from './read-answer.ts'
import { lineOfRefiner, readRefiner } from './refiner-store.ts'
import { isSameServer } from './set-up-refiner.ts'

interface TryingRefiner {
  work: Work
  workspaceId: string
  keyring: Keyring
  body: z.infer<typeof refinerTrial>
}

/** Asks a refiner about a text of one's own and tells what came of it. Nothing is kept. */
export async function tryRefiner(
  door: RefinerDoor,
  { work, workspaceId, keyring, body }: TryingRefiner,
): Promise<RefinerTrialAnswer> {
  const { address, model, readers, text } = body
  const begun = performance.now()
  const took = () => Math.round(performance.now() - begun)
  try {
    const key = body.key === undefined ? await keptKey(work, { workspaceId, keyring, address }) : body.key
    const said = await askRefiner(door, { address, model, key }, { post: { text }, readers })
    return { ok: true, milliseconds: took(), fault: null, said: said.flatMap((one) => asRefinable(one, readers)) }
  } catch (error) {
    if (!(error instanceof OutsideError || error instanceof UselessAnswer)) throw error
    return { ok: false, milliseconds: took(), fault: error.message, said: [] }
  }
}

/** The kept key, for the server it was given for. */
async function keptKey(
  work: Work,
  { workspaceId, keyring, address }: { workspaceId: string; keyring: Keyring; address: string },
): Promise<string | null> {
  const row = await work((tx) => readRefiner(tx, workspaceId))
  return row && isSameServer(row.address, address) ? lineOfRefiner(keyring, row).key : null
}

function asRefinable(
  { reader, label }: { reader: string; label: string },
  readers: TryingRefiner['body']['readers'],
): RefinerTrialAnswer['said'] {
  const known = readers.find((each) => each === reader)
  return known ? [{ reader: known, label }] : []
}
