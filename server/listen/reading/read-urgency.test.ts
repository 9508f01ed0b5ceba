import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'There is smoke coming out of the charger right now', 'high'],
  ['en', 'My insulin delivery did not arrive and I need it today', 'high'],
  ['en', 'My parcel is three days late, where is it?', 'normal'],
  ['en', 'Can you tell me how to return a jacket?', 'normal'],
  ['en', 'The left earphone stopped working', 'normal'],
  ['en', 'Love the new packaging, well done', 'low'],
  ['en', 'No hurry at all, whenever you have time', 'low'],
  ['en', 'Good morning everyone, what a lovely day', 'low'],
  ['de', 'Aus dem Ladegerät kommt Rauch, bitte sofort melden', 'high'],
  ['de', 'Unser ganzer Betrieb steht still, wir brauchen dringend Hilfe', 'high'],
  ['de', 'Wo bleibt mein Paket? Es sollte gestern kommen', 'normal'],
  ['de', 'Keine Eile, nur eine kurze Anmerkung', 'low'],
  ['de', 'Tolles Design, gefällt mir sehr', 'low'],
  ['fr', "C'est urgent, mon vol part dans deux heures et je n'ai pas mon billet", 'high'],
  ['fr', 'Où est mon colis ? Il devait arriver hier', 'normal'],
  ['fr', "J'adore votre nouvelle collection, bravo", 'low'],
  ['es', 'Es urgente, mi vuelo sale en dos horas y no tengo el billete', 'high'],
  ['es', '¿Dónde está mi paquete? Tenía que llegar ayer', 'normal'],
  ['es', 'Me encanta la nueva colección, felicidades', 'low'],
  ['es', 'Sin prisa, cuando puedan', 'low'],
  ['pt', 'É urgente, meu voo sai em duas horas e não tenho a passagem', 'high'],
  ['pt', 'Onde está meu pacote? Devia ter chegado ontem', 'normal'],
  ['pt', 'Adorei a nova coleção, parabéns', 'low'],
  ['pt', 'Sem pressa, quando puderem', 'low'],
  ['ar', 'عاجل جدا، رحلتي بعد ساعتين ولم تصلني التذكرة', 'high'],
  ['ar', 'أين طردي؟ كان يجب أن يصل أمس', 'normal'],
  ['ar', 'أحببت التشكيلة الجديدة، رائعة جدا', 'low'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('urgency', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label === 'high')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('urgency', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('urgency', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('urgency', text, 'en'))).toBe(true)
})
