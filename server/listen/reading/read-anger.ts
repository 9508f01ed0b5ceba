import { cueReader } from './cues/cue-reader.ts'

/** Whether the writer is heated (`angry`: shouting, insults, contempt, threats) or not (`calm`). Disappointment is calm. */
export const anger = cueReader({
  name: 'anger',
  version: '1',
  weights: {
    angry: {
      always: 0,
      'anger.angry': 0.8,
      'emotion.anger': 0.8,
      'offensive.offensive': 0.6,
      shouts: 2,
      exclaims: 0.5,
      'sentiment.negative': 0.6,
      'sentiment.positive': -1,
      'intent.spam': -0.4,
    },
    calm: { always: 3.1, 'anger.calm': 1 },
  },
})
