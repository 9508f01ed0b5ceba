import { cueReader } from './cues/cue-reader.ts'

/**
 * Whether a customer ends the matter after our answer: `thanks` (it is over), `still_failing` (it is not), or `none`. On
 * `thanks` an ending is proposed, so every doubt speaks against it.
 */
export const closing = cueReader({
  name: 'closing',
  version: '2',
  weights: {
    thanks: {
      always: 0,
      'closing.thanks': 1,
      'closing.still_failing': -0.8,
      'closing.none': -0.9,
      'intent.complaint': -0.2,
      length: -0.3,
    },
    still_failing: {
      always: 0,
      'closing.still_failing': 0.9,
      'feedback.bug': 0.3,
      'intent.complaint': 0.35,
      'closing.none': -0.3,
      'closing.thanks': -0.3,
      'sentiment.negative': 0.8,
      'emotion.anger': 0.5,
      'manner.negated': 0.3,
      asksLast: -0.4,
    },
    none: { always: 2, 'closing.none': 0.5, 'sentiment.negative': -0.2 },
  },
})
