import { cueReader } from './cues/cue-reader.ts'

/** Whether the writer is heated (`angry`: shouting, insults, contempt, threats) or not (`calm`). Disappointment is calm. */
export const anger = cueReader({
  name: 'anger',
  version: '1',
  weights: {
    angry: {
      always: 0,
      'anger.angry': 0.8,
      'emotion.anger': 1,
      'offensive.offensive': 0.7,
      shouts: 1.5,
      stressed: 0.5,
      exclaims: 0.5,
      'intent.complaint': 0.1,
      'intent.praise': -0.2,
      'sentiment.negative': 0.7,
      'sentiment.positive': -1,
      'intent.spam': -0.4,
    },
    calm: { always: 3.1, 'anger.calm': 1 },
  },
})
