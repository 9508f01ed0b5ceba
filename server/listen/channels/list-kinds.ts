import type { ChannelKind } from '../../../contract/channels.ts'
import type { ChannelParts } from './channel-parts.ts'
import { drawFields } from './draw-fields.ts'

/** The networks there are, each with what it can do and the form for its settings. */
export function listKinds(parts: Pick<ChannelParts, 'connectors'>): ChannelKind[] {
  return Object.values(parts.connectors).map((connector) => ({
    kind: connector.name,
    label: connector.label,
    about: connector.about,
    texts: connector.texts ?? {},
    can: connector.can,
    fields: drawFields(connector),
    signIn: connector.signIn !== undefined,
  }))
}
