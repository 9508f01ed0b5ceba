import { cueReader } from './cues/cue-reader.ts'

/**
 * How soon somebody must look: `high` (danger, money gone, a deadline, a business or a vulnerable person standing still),
 * `low` (nobody waits: praise, talk, wishes, spam), `normal` otherwise. Anger alone never raises it.
 */
export const urgency = cueReader({
  name: 'urgency',
  version: '2',
  weights: {
    high: { always: 0, 'urgency.high': 0.9, 'risk.safety': 0.7, 'risk.legal': 0.2, 'risk.press': 0.2 },
    normal: {
      always: 2.2,
      'intent.complaint': 0.35,
      'intent.question': 0.3,
      'intent.purchase_interest': 0.4,
      'intent.churn_threat': 0.5,
      'feedback.bug': 0.3,
      asks: 0.3,
      'sentiment.negative': 0.7,
    },
    low: {
      always: 1.9,
      'urgency.low': 0.6,
      'intent.praise': 0.45,
      'intent.other': 0.5,
      'intent.spam': 0.9,
      'intent.feature_request': 0.4,
      'feedback.feature': 0.5,
      'sentiment.positive': 0.7,
      'spam.spam': 1,
    },
  },
})
