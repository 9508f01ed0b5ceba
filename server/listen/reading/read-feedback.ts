import { cueReader } from './cues/cue-reader.ts'

/** What the makers of a product can use: a fault (`bug`), a wish (`feature`), or neither (`other`). */
export const feedback = cueReader({
  name: 'feedback',
  version: '1',
  weights: {
    bug: {
      always: 0,
      'feedback.bug': 0.9,
      'manner.thing': 0.7,
      'manner.negated': 0.3,
      'sentiment.negative': 0.4,
      'sentiment.positive': -0.5,
      'intent.churn_threat': -0.2,
      'intent.praise': -0.2,
    },
    feature: { always: -0.3, 'feedback.feature': 1, 'intent.feature_request': 0.5 },
    other: { always: 2, 'intent.praise': 0.1, 'feedback.other': 1 },
  },
})
