import { z } from 'zod'

/** What each field may say. The README says when it says which. */
export const fieldLabels = {
  sentiment: ['negative', 'neutral', 'positive'],
  intent: ['complaint', 'question', 'feature_request', 'praise', 'purchase_interest', 'churn_threat', 'spam', 'other'],
  urgency: ['low', 'normal', 'high'],
  anger: ['angry', 'calm'],
  risk: ['safety', 'legal', 'press', 'none'],
  feedback: ['bug', 'feature', 'other'],
  closing: ['thanks', 'still_failing', 'none'],
  usefulness: ['acknowledgement', 'useful'],
} as const

export type Field = keyof typeof fieldLabels

export const fields = Object.keys(fieldLabels) as Field[]

/** Fields that are labelled together: a post, a customer's message after an answer, a reply of staff, a review. */
const groups = {
  post: ['sentiment', 'intent', 'urgency', 'anger', 'risk', 'feedback'],
  ending: ['closing'],
  reply: ['usefulness'],
  review: ['feedback'],
} as const satisfies Record<string, readonly Field[]>

export type Kind = keyof typeof groups

export const labelsSchema = z.strictObject({
  sentiment: z.enum(fieldLabels.sentiment).optional(),
  intent: z.enum(fieldLabels.intent).optional(),
  urgency: z.enum(fieldLabels.urgency).optional(),
  anger: z.enum(fieldLabels.anger).optional(),
  risk: z.enum(fieldLabels.risk).optional(),
  feedback: z.enum(fieldLabels.feedback).optional(),
  closing: z.enum(fieldLabels.closing).optional(),
  usefulness: z.enum(fieldLabels.usefulness).optional(),
})

/** The labels of one text; fields that its kind does not have are absent. */
export type Labels = z.infer<typeof labelsSchema>

const draftShape = {
  language: z.enum(['en', 'de', 'fr', 'es', 'pt', 'ar']),
  text: z.string().trim().min(1).max(2_000),
  tags: z.array(z.string().regex(/^[a-z-]+$/)),
  ...labelsSchema.shape,
}

/** A post that has no number and no half yet. */
export const draftSchema = z.strictObject(draftShape).refine(isWhole, 'carries a mixture of fields that no kind has')

export type Draft = z.infer<typeof draftSchema>

export const challengePostSchema = z
  .strictObject({ id: z.string().regex(/^c\d{4}$/), ...draftShape })
  .refine(isWhole, 'carries a mixture of fields that no kind has')

export type ChallengePost = z.infer<typeof challengePostSchema>

function isWhole(labels: Labels): boolean {
  return kindIn(labels) !== undefined
}

/** The kind of text that carries these labels. */
export function kindOf(labels: Labels): Kind {
  const kind = kindIn(labels)
  if (!kind) throw new Error(`No kind of text carries just the fields ${fieldsOf(labels).join(', ') || 'of none'}.`)
  return kind
}

function kindIn(labels: Labels): Kind | undefined {
  const carried = fieldsOf(labels).join()
  return (Object.keys(groups) as Kind[]).find((kind) => groups[kind].join() === carried)
}

/** The fields that are labelled, in the order of `fields`. */
export function fieldsOf(labels: Labels): Field[] {
  return fields.filter((field) => labels[field] !== undefined)
}

/** What two copies of a text share: letters and digits in lower case; of a text without any, its marks and emoji. */
export function normalised(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? text.replaceAll(/\s+/g, '') : words
}
