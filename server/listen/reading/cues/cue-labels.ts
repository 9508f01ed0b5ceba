/** What each reader that has cues can say. `none`-like labels without cues stand here too, where cues may speak for them. */
export const cueLabels: Readonly<Record<string, readonly string[]>> = {
  intent: ['complaint', 'question', 'feature_request', 'praise', 'purchase_interest', 'churn_threat', 'spam', 'other'],
  urgency: ['high', 'normal', 'low'],
  anger: ['angry', 'calm'],
  risk: ['safety', 'legal', 'press', 'none'],
  feedback: ['bug', 'feature', 'other'],
  closing: ['thanks', 'still_failing', 'none'],
  manner: ['mine', 'yours', 'negated', 'passed', 'contrast', 'news', 'thing', 'soon', 'frail', 'essential', 'business'],
  usefulness: ['useful', 'acknowledgement'],
}

/** Languages with cue files of their own, in the order in which they are tried on a post of unknown language. */
export const cueLanguages = ['en', 'de', 'fr', 'es', 'pt', 'ar'] as const

export type CueLanguage = (typeof cueLanguages)[number]
