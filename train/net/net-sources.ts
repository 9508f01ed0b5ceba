/** One set of posts that the net learns from, with the head that it teaches. */
export interface NetSource {
  head: string
  /** The folder under the data. */
  set: string
  labels: readonly string[]
  /** Labels of a row, as many as hold; none leaves the row out. */
  labelsOf(row: Record<string, unknown>): readonly string[]
  /** How often each row is seen in one pass. */
  times: number
  /** Rare labels weigh more: each by its share to the power of minus this. */
  balance: number
}

const one = (row: Record<string, unknown>) => [String(row['label'])]
const many = (field: string) => (row: Record<string, unknown>) => row[field] as readonly string[]

const feelings =
  `admiration amusement anger annoyance approval caring confusion curiosity desire disappointment disapproval
  disgust embarrassment excitement fear gratitude grief joy love nervousness optimism pride realization relief remorse
  sadness surprise neutral`.split(/\s+/)

/** Every source has a head of its own: the same word for a label means another thing elsewhere. */
export const netSources: readonly NetSource[] = [
  {
    head: 'sentiment',
    set: 'tweeteval-sentiment',
    labels: ['negative', 'neutral', 'positive'],
    labelsOf: one,
    times: 1,
    balance: 0.5,
  },
  {
    head: 'sentiment-reddit',
    set: 'goemotions',
    labels: ['negative', 'neutral', 'positive', 'ambiguous'],
    labelsOf: many('group'),
    times: 1,
    balance: 0.5,
  },
  {
    head: 'feelings',
    set: 'goemotions',
    labels: feelings,
    labelsOf: many('labels'),
    times: 1,
    balance: 0,
  },
  {
    head: 'emotion',
    set: 'tweeteval-emotion',
    labels: ['anger', 'joy', 'optimism', 'sadness'],
    labelsOf: one,
    times: 3,
    balance: 0.5,
  },
  {
    head: 'offensive',
    set: 'tweeteval-offensive',
    labels: ['not_offensive', 'offensive'],
    labelsOf: one,
    times: 1,
    balance: 0.5,
  },
  {
    head: 'irony',
    set: 'tweeteval-irony',
    labels: ['not_irony', 'irony'],
    labelsOf: one,
    times: 2,
    balance: 0.5,
  },
  {
    head: 'hate',
    set: 'tweeteval-hate',
    labels: ['not_hate', 'hate'],
    labelsOf: one,
    times: 1,
    balance: 0.5,
  },
  {
    head: 'emoji',
    set: 'tweeteval-emoji',
    labels: Array.from({ length: 20 }, (_, index) => String(index)),
    labelsOf: one,
    times: 1,
    balance: 0,
  },
]
