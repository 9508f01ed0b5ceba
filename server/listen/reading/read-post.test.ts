import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lazyLanguage } from './language/read-language.ts'
import { readers, readPost } from './read-post.ts'

async function read(text: string, language?: string) {
  const post = { text, ...(language !== undefined && { language }) }
  return readPost(readers, post, lazyLanguage(post).reading)
}

describe('the end of a conversation', () => {
  test.each([
    ['thanks, that fixed it', 'thanks'],
    ['Thanks!', 'thanks'],
    ['Thank you so much, it works perfectly now.', 'thanks'],
    ['Perfect, all good now. Thanks for the quick help!', 'thanks'],
    ['Cheers 👍', 'thanks'],
    ['That did the trick, thank you', 'thanks'],
    ['Got my refund today, great, thank you', 'thanks'],
    ['Danke, hat geklappt!', 'thanks'],
    ['Vielen Dank für die schnelle Hilfe, jetzt geht es wieder.', 'thanks'],
    ['thanks, but it still fails', 'still_failing'],
    ["Thanks but it still doesn't work", 'still_failing'],
    ['Tried that, no luck', 'still_failing'],
    ['Same problem as before :(', 'still_failing'],
    ['It did not help, thanks anyway', 'still_failing'],
    ['It worked for a day but the error is back', 'still_failing'],
    ['Danke, aber es geht immer noch nicht', 'still_failing'],
    ['Das hat leider nicht geholfen', 'still_failing'],
    ['Thanks in advance', 'none'],
    ['Thanks, when will it ship?', 'none'],
    ["Thanks, I'll try that and let you know", 'none'],
    ['My order number is 12345', 'none'],
    ['When will this be fixed?', 'none'],
    ['Danke im Voraus', 'none'],
    ['Danke, ich probiere das und melde mich', 'none'],
  ])('“%s” is %s', async (text, label) => {
    expect((await read(text)).closing?.label).toBe(label)
  })
})

describe('the language', () => {
  test.each([
    ['The delivery of my parcel was late again and nobody answers', 'en'],
    ['Mein Paket ist schon wieder zu spät und niemand antwortet mir', 'de'],
    ['Mon colis est encore en retard et personne ne répond', 'fr'],
    ['Mi paquete llega tarde otra vez y nadie contesta', 'es'],
    ['荷物がまだ届きません', 'ja'],
    ['배송이 너무 늦어요', 'ko'],
    ['Посылка снова опаздывает, никто не отвечает', 'ru'],
    ['ok', 'unknown'],
    ['@acme https://example.com/en/this-is-english', 'unknown'],
    ['🔥🔥🔥', 'unknown'],
    ['', 'unknown'],
  ])('of “%s” is %s', async (text, label) => {
    expect((await read(text)).language?.label).toBe(label)
  })

  test('that the source states helps where the text is too short to tell', async () => {
    expect((await read('ok', 'de-AT')).language?.label).toBe('de')
    expect((await read('Mein Paket ist schon wieder zu spät', 'en')).language?.label).toBe('de')
  })
})

describe('the sentiment', () => {
  test.each([
    ['I love these boots, best purchase ever', 'positive'],
    ['This is not good at all', 'negative'],
    ['The food was awful and the staff were rude', 'negative'],
    ['The store opens at nine on Monday', 'neutral'],
    ['The design is nice, but the battery is terrible', 'negative'],
    ['Der Service war leider sehr schlecht und unfreundlich', 'negative'],
    ['Ich bin begeistert von meinen neuen Schuhen', 'positive'],
    ['Le service est vraiment nul et je suis très déçu', 'negative'],
    ['Me encanta esta tienda, son muy amables conmigo', 'positive'],
    ['I am so happy 😍', 'positive'],
    ['Посылка снова опаздывает, никто не отвечает', 'unknown'],
  ])('of “%s” is %s', async (text, label) => {
    expect((await read(text)).sentiment?.label).toBe(label)
  })

  test('shows the words that carried it, in their own places', async () => {
    const text = 'See https://terrible.example for it: the boots are awesome'
    const { sentiment } = await read(text)
    expect(sentiment?.label).toBe('positive')
    expect(sentiment?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['awesome'])
  })
})

describe('what somebody wants, and how soon', () => {
  test.each([
    ['My parcel never arrived and your support is the worst service ever', 'complaint', 'normal'],
    ['How do I change the address of my order?', 'question', 'normal'],
    ['Highly recommend these shoes, amazing quality', 'praise', 'low'],
    ['I am locked out of my account and my flight leaves in two hours, please help', 'complaint', 'high'],
    ['No rush, just wondering about the new colour of your boots', 'question', 'low'],
  ])('“%s” is %s, %s', async (text, intent, urgency) => {
    const readings = await read(text)
    expect([readings.intent?.label, readings.urgency?.label]).toEqual([intent, urgency])
  })
})

test('never fails, whatever the text, and evidence lies within it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('en', 'de', undefined),
      async (text, language) => {
        const readings = await read(text, language)
        expect(Object.keys(readings)).toEqual(['language', ...readers.map(({ name }) => name)])
        for (const { confidence, evidence } of Object.values(readings)) {
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          for (const { start, end } of evidence) expect(0 <= start && start < end && end <= text.length).toBe(true)
        }
      },
    ),
    { numRuns: 300 },
  )
})
