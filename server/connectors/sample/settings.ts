import { z } from 'zod'

export const sampleSettings = z.strictObject({
  place: z
    .enum(['social', 'reviews'])
    .default('social')
    .meta({ label: 'Which kind of place', choices: { social: 'Social network', reviews: 'Review page' } }),
  seed: z
    .string()
    .regex(/^[a-z0-9-]{0,40}$/, 'Use small letters, digits and hyphens, at most 40.')
    .default('')
    .meta({
      label: 'Word that decides what is said',
      help: 'The same word tells the same stories. Empty: one is made up.',
      placeholder: 'fjordbrew',
    }),
})

export type SampleSettings = z.infer<typeof sampleSettings>

/** One invented network; its posts have ids that begin with this. */
export function networkOf({ place, seed }: SampleSettings): string {
  return `${place}.${seed}`
}
