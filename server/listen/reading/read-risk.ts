import { cueReader } from './cues/cue-reader.ts'

/** Danger that somebody must look at whatever else is said: to people (`safety`), at law (`legal`), in public (`press`), or `none`. */
export const risk = cueReader({
  name: 'risk',
  version: '1',
  weights: {
    safety: { always: 0.4, 'risk.safety': 1 },
    legal: { always: 0.2, 'risk.legal': 1 },
    press: { always: 0, 'risk.press': 1 },
    none: {
      always: 2.4,
      'risk.none': 1,
      'manner.news': 1.2,
      'intent.praise': 0.35,
      'sentiment.positive': 0.8,
      'intent.spam': 0.4,
    },
  },
})
