/** What a reader can say of a post. */
export interface ReaderKind {
  /** Empty where there are too many to list: languages. */
  labels: readonly string[]
  /** Below this confidence a reading does not count, unless the workspace moved the line. */
  line: number
  /** What counts instead of a reading below its line. */
  below: 'neutral' | 'unknown'
}

/** Every reader, in the order they are shown. */
export const readerKinds = {
  sentiment: { labels: ['negative', 'neutral', 'positive'], line: 0.5, below: 'neutral' },
  emotion: { labels: ['anger', 'joy', 'optimism', 'sadness'], line: 0.5, below: 'unknown' },
  anger: { labels: ['angry', 'calm'], line: 0.5, below: 'unknown' },
  intent: {
    labels: [
      'complaint',
      'question',
      'feature_request',
      'praise',
      'purchase_interest',
      'churn_threat',
      'spam',
      'other',
    ],
    line: 0.5,
    below: 'unknown',
  },
  urgency: { labels: ['low', 'normal', 'high'], line: 0.5, below: 'unknown' },
  risk: { labels: ['safety', 'legal', 'press', 'none'], line: 0.5, below: 'unknown' },
  feedback: { labels: ['bug', 'feature', 'other'], line: 0.5, below: 'unknown' },
  // Harsh words about a thing are not yet an offence, and plain posts are easily taken for irony: only sure ones count.
  offensive: { labels: ['offensive', 'not_offensive'], line: 0.75, below: 'unknown' },
  irony: { labels: ['irony', 'not_irony'], line: 0.95, below: 'unknown' },
  spam: { labels: ['spam', 'ham'], line: 0.5, below: 'unknown' },
  closing: { labels: ['thanks', 'still_failing', 'none'], line: 0.5, below: 'unknown' },
  usefulness: { labels: ['acknowledgement', 'useful'], line: 0.5, below: 'unknown' },
  language: { labels: [], line: 0.5, below: 'unknown' },
} as const satisfies Record<string, ReaderKind>

export type ReaderName = keyof typeof readerKinds

/** The readers by name, in the order they are shown. */
export const readerNames = Object.keys(readerKinds) as [ReaderName, ...ReaderName[]]

/** The reader of this name; undefined where there is none. */
export function readerKindOf(name: string): ReaderKind | undefined {
  return isReader(name) ? readerKinds[name] : undefined
}

export function isReader(name: string): name is ReaderName {
  return Object.hasOwn(readerKinds, name)
}

/** Whether a person may say this of a post. Languages are two or three letters (ISO 639). */
export function isLabelOf(name: string, label: string): boolean {
  const kind = readerKindOf(name)
  if (!kind) return false
  return kind.labels.length === 0 ? /^[a-z]{2,3}$/.test(label) : kind.labels.includes(label)
}
