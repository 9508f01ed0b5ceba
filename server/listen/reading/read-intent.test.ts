import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'I paid for overnight shipping and the box showed up nine days later, smashed', 'complaint'],
  ['en', 'Your app has charged my card twice and nobody replies', 'complaint'],
  ['en', 'Does the warranty cover water damage?', 'question'],
  ['en', 'Please add a dark mode to the app', 'feature_request'],
  ['en', 'It would be great if we could export the list as a spreadsheet', 'feature_request'],
  ['en', 'Your team is wonderful, I am so impressed with the service', 'praise'],
  ['en', 'Best coffee grinder I have ever owned, thank you', 'praise'],
  ['en', 'I want to buy two of these, where can I order?', 'purchase_interest'],
  ['en', 'I am cancelling my subscription and moving to another provider', 'churn_threat'],
  ['en', 'One more outage and I will switch to your competitor', 'churn_threat'],
  ['en', 'Earn $500 a day from home, click the link in my bio', 'spam'],
  ['en', 'Sunday walk along the river with the dog', 'other'],
  ['de', 'Seit drei Wochen warte ich auf meine Bestellung und keiner antwortet', 'complaint'],
  ['de', 'Wie kann ich mein Passwort ändern?', 'question'],
  ['de', 'Bitte baut einen Dunkelmodus in die App ein', 'feature_request'],
  ['de', 'Großes Lob an euer Team, ich bin total begeistert', 'praise'],
  ['de', 'Ich kündige meinen Vertrag und wechsle zur Konkurrenz', 'churn_threat'],
  ['fr', 'Mon colis est arrivé cassé et le service client ne répond pas', 'complaint'],
  ['fr', 'Comment puis-je changer mon adresse de livraison ?', 'question'],
  ['fr', "Bravo à toute l'équipe, un service excellent", 'praise'],
  ['fr', 'Je résilie mon abonnement et je vais chez un concurrent', 'churn_threat'],
  ['fr', 'Ce serait bien de pouvoir ajouter un mode sombre', 'feature_request'],
  ['es', 'Mi pedido llegó roto y nadie me contesta', 'complaint'],
  ['es', '¿Cómo puedo cambiar mi contraseña?', 'question'],
  ['es', 'Excelente servicio, muchas gracias a todo el equipo', 'praise'],
  ['es', 'Voy a cancelar mi suscripción y me cambio a la competencia', 'churn_threat'],
  ['pt', 'Meu pedido chegou quebrado e ninguém me responde', 'complaint'],
  ['pt', 'Como posso trocar a minha senha?', 'question'],
  ['pt', 'Parabéns à equipe, atendimento excelente', 'praise'],
  ['pt', 'Vou cancelar minha assinatura e mudar para a concorrência', 'churn_threat'],
  ['ar', 'الطلب وصل مكسور ولا أحد يرد علي', 'complaint'],
  ['ar', 'كيف يمكنني تغيير كلمة المرور؟', 'question'],
  ['ar', 'شكرا لكم خدمة ممتازة وفريق رائع', 'praise'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('intent', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label !== 'other')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('intent', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('intent', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('intent', text, 'en'))).toBe(true)
})
