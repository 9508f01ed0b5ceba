import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'Your refund was issued today and will reach your account within five days', 'useful'],
  ['en', 'Go to Settings, tap Account and choose Reset password', 'useful'],
  ['en', 'We have sent you a replacement, it arrives on Friday', 'useful'],
  ['en', 'The shop opens at 9 am on Saturday', 'useful'],
  ['en', 'Thank you for your message, we will get back to you soon', 'acknowledgement'],
  ['en', 'We are sorry to hear that and have passed it on to our team', 'acknowledgement'],
  ['en', 'Thanks for reaching out, we appreciate your patience', 'acknowledgement'],
  ['de', 'Ihre Erstattung ist heute raus und ist in fünf Tagen auf Ihrem Konto', 'useful'],
  ['de', 'Öffnen Sie die Einstellungen und tippen Sie auf Passwort zurücksetzen', 'useful'],
  ['de', 'Vielen Dank für Ihre Nachricht, wir melden uns bald bei Ihnen', 'acknowledgement'],
  ['de', 'Das tut uns leid, wir haben es an das Team weitergeleitet', 'acknowledgement'],
  ['fr', "Votre remboursement a été effectué aujourd'hui, comptez cinq jours", 'useful'],
  ['fr', 'Ouvrez les paramètres et cliquez sur Réinitialiser', 'useful'],
  ['fr', 'Merci pour votre message, nous reviendrons vers vous rapidement', 'acknowledgement'],
  ['es', 'Su reembolso se realizó hoy y llegará en cinco días', 'useful'],
  ['es', 'Abra los ajustes y pulse Restablecer contraseña', 'useful'],
  ['es', 'Gracias por su mensaje, le responderemos pronto', 'acknowledgement'],
  ['pt', 'O seu reembolso foi feito hoje e chega em cinco dias', 'useful'],
  ['pt', 'Abra as configurações e clique em Redefinir senha', 'useful'],
  ['pt', 'Obrigado pela sua mensagem, responderemos em breve', 'acknowledgement'],
  ['ar', 'تم رد المبلغ اليوم وسيصل خلال خمسة أيام', 'useful'],
  ['ar', 'شكرا لرسالتك، سنتواصل معك قريبا', 'acknowledgement'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('usefulness', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label === 'useful')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('usefulness', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('usefulness', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('usefulness', text, 'en'))).toBe(true)
})
