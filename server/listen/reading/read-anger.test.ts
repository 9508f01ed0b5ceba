import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'ARE YOU KIDDING ME?! ANSWER YOUR DAMN PHONE!!!', 'angry'],
  ['en', 'You are a bunch of liars and thieves', 'angry'],
  ['en', 'I am furious, this is an absolute disgrace', 'angry'],
  ['en', 'Shame on you, you useless idiots', 'angry'],
  ['en', 'A little disappointed that the colour is not as pictured', 'calm'],
  ['en', 'Could you send me the invoice again, please?', 'calm'],
  ['en', 'The parcel has not arrived yet', 'calm'],
  ['en', 'Lovely shop and friendly people', 'calm'],
  ['de', 'Ihr seid doch alle Betrüger, eine absolute Frechheit!!!', 'angry'],
  ['de', 'Ich bin stinksauer, so eine Unverschämtheit!', 'angry'],
  ['de', 'Leider ist die Lieferung noch nicht da', 'calm'],
  ['de', 'Können Sie mir die Rechnung noch einmal schicken?', 'calm'],
  ['fr', "Vous êtes des voleurs, c'est une honte !!!", 'angry'],
  ['fr', 'Je suis furieux, vous vous moquez du monde !', 'angry'],
  ['fr', 'Je suis un peu déçu de la couleur', 'calm'],
  ['fr', 'Pouvez-vous me renvoyer la facture ?', 'calm'],
  ['es', 'Son unos ladrones y sinvergüenzas, ¡qué vergüenza!', 'angry'],
  ['es', '¡Estoy furioso, esto es una estafa!', 'angry'],
  ['es', 'Estoy un poco decepcionada con el color', 'calm'],
  ['es', '¿Me pueden enviar otra vez la factura?', 'calm'],
  ['pt', 'Vocês são uns ladrões, que vergonha!!!', 'angry'],
  ['pt', 'Estou furioso, isso é um absurdo!', 'angry'],
  ['pt', 'Fiquei um pouco decepcionado com a cor', 'calm'],
  ['pt', 'Podem me enviar a fatura de novo?', 'calm'],
  ['ar', 'أنتم لصوص ونصابون، عيب عليكم!!!', 'angry'],
  ['ar', 'هل يمكنكم إرسال الفاتورة مرة أخرى؟', 'calm'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('anger', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label === 'angry')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('anger', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('anger', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('anger', text, 'en'))).toBe(true)
})
