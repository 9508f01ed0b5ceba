import { z } from 'zod'
import { seal, unseal, type Keyring, type Place } from '../../access/seal.ts'

const sealed = z.object({ settings: z.unknown(), doorKey: z.string().optional() })

/** The one encrypted document of a channel: its settings and, where others push to it, the key of its address. */
export interface ChannelSecrets {
  settings: unknown
  doorKey?: string | undefined
}

/** Seals a channel's settings, bound to its row. */
export function sealSettings(keyring: Keyring, place: Place, secrets: ChannelSecrets): Buffer {
  return seal(keyring, secrets, place)
}

/** Opens what `sealSettings` made. Throws where the key is another one or the document was moved. */
export function unsealSettings(keyring: Keyring, place: Place, document: Buffer): ChannelSecrets {
  return sealed.parse(unseal(keyring, document, place))
}
