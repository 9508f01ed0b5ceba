import { z } from 'zod'

export const inboundSettings = z.strictObject({
  replyUrl: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'Write a whole address, such as https://shop.example/earshot.' }),
    ])
    .default('')
    .meta({
      label: 'Where replies go',
      help: 'An address of yours that takes our answers as signed webhooks. Empty: read only.',
      placeholder: 'https://shop.example/earshot',
    }),
  secret: z.string().min(1).meta({ label: 'Signing secret', secret: true, made: true }),
})

export type InboundSettings = z.infer<typeof inboundSettings>
