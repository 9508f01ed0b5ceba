import { Problem } from '../../access/problem.ts'

/** There never was a channel at this address, or it was taken away. */
export function noDoor(): Problem {
  return new Problem(404, 'not_found', 'There is no channel at this address. Copy it again from Channels.')
}

/** The sender is to keep what it has until the channel goes on. */
export function pausedDoor(): Problem {
  return new Problem(
    409,
    'paused',
    'This channel is paused. Resume it under Channels; send this request again afterwards.',
  )
}
