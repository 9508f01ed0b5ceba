import { Problem, refused } from '../../access/problem.ts'
import type { Checked, Connector } from '../../connectors/connector.ts'
import { BackOff, Refusal, SignInNeeded } from '../../connectors/connector.ts'
import { OutsideError } from '../../lib/outside-error.ts'
import type { ChannelParts } from './channel-parts.ts'
import { drawFields, type SettingField } from './draw-fields.ts'
import { makeTools } from './make-tools.ts'

/** The whole check may take this long, however many questions it asks. */
const checkSeconds = 30

interface Trial {
  connector: Connector
  settings: unknown
  signal: AbortSignal
}

/**
 * Looks at the network whether these settings work, and gives them back completed, with the notes of the check. Whatever
 * the network has against them is refused with the sentence and the field at fault.
 */
export async function checkChannel(
  parts: ChannelParts,
  { connector, settings, signal }: Trial,
): Promise<Checked & { settings: unknown }> {
  const noted: string[] = []
  const within = AbortSignal.any([signal, AbortSignal.timeout(checkSeconds * 1000)])
  const tools = makeTools(parts, { settings, cursor: null, signal: within, note: (sentence) => noted.push(sentence) })
  try {
    const checked = await connector.check(tools)
    const notes = [...new Set([...checked.notes, ...noted])]
    return { ...checked, notes, settings: checked.settings ?? settings }
  } catch (thrown) {
    throw explainTrouble(connector, thrown)
  }
}

/** What a network threw, as a refusal a person can act on. What nobody expected stays what it is. */
export function explainTrouble(connector: Connector, thrown: unknown): unknown {
  const { address, credential } = likelyFields(connector)
  if (thrown instanceof Refusal)
    return refused(thrown.field === undefined ? address : `settings.${thrown.field}`, thrown.message, 'network_refused')
  if (thrown instanceof SignInNeeded) return refused(credential, thrown.message, 'sign_in_refused')
  if (thrown instanceof OutsideError) return refused(address, thrown.message, 'not_reached')
  if (thrown instanceof BackOff) {
    const seconds = Math.ceil(thrown.seconds)
    const message = `${connector.label} asks us to wait ${seconds} seconds. Nothing was kept: try again then.`
    return new Problem(503, 'asked_to_wait', message)
  }
  const isOver = thrown instanceof Error && thrown.name === 'TimeoutError'
  return isOver
    ? refused(address, `There was no whole answer within ${checkSeconds} seconds. Try again.`, 'not_reached')
    : thrown
}

/** The fields that a wrong address and a wrong credential are most likely about. */
function likelyFields(connector: Connector): { address: string; credential: string } {
  const fields = drawFields(connector)
  const open = fields.filter((field) => field.kind !== 'secret')
  const address = open.find((field) => field.required) ?? open[0]
  const credential = fields.find((field) => field.kind === 'secret') ?? address
  return { address: placeOf(address), credential: placeOf(credential) }
}

function placeOf(field: SettingField | undefined): string {
  return field ? `settings.${field.name}` : 'settings'
}
