import { cueReader } from './cues/cue-reader.ts'

/**
 * How soon somebody must look: `high` (danger, money gone, a deadline, a business or a vulnerable person standing still),
 * `low` (nobody waits: praise, talk, wishes, spam), `normal` otherwise. Anger alone never raises it.
 */
export const urgency = cueReader({
  name: 'urgency',
  version: '2',
  weights: {
    high: {
      always: -0.2,
      'urgency.high': 0.8,
      'risk.safety': 0.6,
      'risk.legal': 0.1,
      'risk.press': 0.1,
      'manner.soon': 1.2,
      'manner.frail': 0.6,
      'manner.essential': 0.9,
      'manner.business': 0.8,
      'manner.negated': 0.3,
      'intent.complaint': 0.15,
      'sentiment.negative': 0.8,
      'urgency.low': -1,
    },
    normal: {
      always: 2,
      'intent.complaint': 0.3,
      'intent.question': 0.3,
      'intent.purchase_interest': 0.4,
      'intent.churn_threat': 0.5,
      'feedback.bug': 0.25,
      asks: 0.3,
      'sentiment.negative': 0.7,
      'manner.mine': 0.2,
      'manner.negated': 0.3,
      'manner.passed': 0.2,
    },
    low: {
      always: 1.9,
      'urgency.low': 0.6,
      'intent.praise': 0.5,
      'intent.other': 0.5,
      'intent.spam': 0.9,
      'intent.feature_request': 0.4,
      'feedback.feature': 0.5,
      'sentiment.positive': 0.9,
      'emotion.joy': 0.5,
      'manner.news': 0.7,
      'spam.spam': 1,
    },
  },
})
