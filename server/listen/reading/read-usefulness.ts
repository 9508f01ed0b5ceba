import { cueReader } from './cues/cue-reader.ts'

/**
 * Of our own replies: `useful` when the customer now knows or can do something about their matter (an answer, a step, a
 * date, a thing done), `acknowledgement` when it was only received, however kindly.
 */
export const usefulness = cueReader({
  name: 'usefulness',
  version: '1',
  weights: {
    useful: { always: 0.6, 'usefulness.useful': 1, length: 0.2, links: 0.5 },
    acknowledgement: { always: 1, 'usefulness.acknowledgement': 0.8 },
  },
})
