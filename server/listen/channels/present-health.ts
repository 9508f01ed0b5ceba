import type { ChannelView } from '../../../contract/channels.ts'
import type { ChannelState } from '../../db/listening-tables.ts'

interface HealthRow {
  state: ChannelState
  stateNote: string
  stateSince: Date
  lastHeardAt: Date | null
  behindSeconds: number
}

/** How a channel is, with a sentence where something is the matter. */
export function presentHealth(row: HealthRow): ChannelView['health'] {
  return {
    state: row.state,
    sentence: sentenceOf(row),
    since: row.stateSince.toISOString(),
    lastHeardAt: row.lastHeardAt?.toISOString() ?? null,
    behindSeconds: row.behindSeconds,
  }
}

function sentenceOf({ state, stateNote, behindSeconds }: HealthRow): string {
  switch (state) {
    case 'ok':
    case 'paused':
      return ''
    case 'limited':
      return limitedSentence(stateNote)
    case 'catching_up':
      return stateNote === '' || stateNote.startsWith('behind ')
        ? `Reading what was written in the last ${spanOf(behindSeconds)}.`
        : stateNote
    case 'needs_sign_in':
    case 'failing':
      return stateNote === '' ? 'It does not answer. Nothing is lost: we go on from where we were.' : stateNote
  }
}

/** The note holds until when, and why where it is not the network that asks. */
function limitedSentence(note: string): string {
  const [until = '', ...why] = note.split(' ')
  const reason = why.join(' ')
  return reason === ''
    ? `The network asks us to wait until ${timeOf(until)}. Nothing is lost: we go on from where we were.`
    : `${reason} We go on at ${timeOf(until)}, from where we were.`
}

function timeOf(written: string): string {
  const at = new Date(written)
  return Number.isNaN(at.getTime()) ? 'later' : `${at.toISOString().slice(11, 16)} UTC`
}

function spanOf(seconds: number): string {
  if (seconds < 5_400) return counted(Math.max(1, Math.round(seconds / 60)), 'minute')
  return seconds < 129_600 ? counted(Math.round(seconds / 3_600), 'hour') : counted(Math.round(seconds / 86_400), 'day')
}

function counted(count: number, unit: string): string {
  return count === 1 ? unit : `${count} ${unit}s`
}
