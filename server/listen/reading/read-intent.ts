import { cueReader } from './cues/cue-reader.ts'

/**
 * What somebody wants by writing: `complaint`, `question`, `feature_request`, `praise`, `purchase_interest`,
 * `churn_threat`, `spam` or `other`. A complaint put as a question is a complaint; leaving goes before complaining.
 */
export const intent = cueReader({
  name: 'intent',
  version: '2',
  weights: {
    complaint: {
      always: 0,
      'intent.complaint': 0.9,
      'feedback.bug': 0.8,
      'risk.safety': 0.8,
      'risk.legal': 0.7,
      'risk.press': 0.4,
      'anger.angry': 0.6,
      'urgency.high': 0.6,
      'closing.still_failing': 0.35,
      'sentiment.negative': 1.6,
      'sentiment.positive': -0.9,
      'emotion.anger': 0.8,
      'emotion.sadness': 0.5,
      'manner.mine': 0.5,
      'manner.yours': 0.5,
      'manner.negated': 0.6,
      'manner.passed': 0.4,
      'manner.contrast': 0.4,
    },
    question: { always: 0, 'intent.question': 0.85, asksLast: 0.8, 'sentiment.negative': -0.5 },
    feature_request: { always: -0.6, 'intent.feature_request': 1, 'feedback.feature': 1.15 },
    praise: {
      always: -0.3,
      'intent.praise': 0.85,
      'sentiment.positive': 2,
      'sentiment.negative': -1,
      'emotion.joy': 0.6,
      'closing.thanks': 0.3,
      'intent.complaint': -0.3,
    },
    purchase_interest: { always: -0.8, 'intent.purchase_interest': 1.45 },
    churn_threat: { always: -0.9, 'intent.churn_threat': 1.5, 'intent.complaint': 0.2 },
    spam: { always: -1, 'intent.spam': 1.4, 'spam.spam': 2, links: 0.2 },
    other: {
      always: 1.9,
      'intent.other': 0.9,
      links: 0.3,
      'manner.news': 0.9,
      'manner.mine': -0.3,
      'manner.yours': -0.4,
      wordless: 0.5,
      short: 0.3,
    },
  },
})
