import { z } from 'zod'

export const formSettings = z.strictObject({
  title: z.string().trim().min(1).max(120).default('Tell us something').meta({ label: 'Heading of the page' }),
  intro: z
    .string()
    .trim()
    .max(2_000)
    .default('What works, what does not, what do you miss? A person reads every message.')
    .meta({ label: 'Words above the field', multiline: true }),
  askEmail: z.boolean().default(true).meta({
    label: 'Ask for an e-mail address',
    help: 'People may always leave it out. It is only shown to your team.',
  }),
})

export type FormSettings = z.infer<typeof formSettings>
