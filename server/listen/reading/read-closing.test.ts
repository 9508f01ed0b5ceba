import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'Brilliant, it is sorted now, thanks a lot', 'thanks'],
  ['en', 'Problem solved, many thanks', 'thanks'],
  ['en', 'I followed all the steps and it is still not working', 'still_failing'],
  ['en', 'Nope, the same error again', 'still_failing'],
  ['en', 'Thanks, but the page still does not load', 'still_failing'],
  ['en', 'What is the address of your office?', 'none'],
  ['en', 'Thank you, I will check tonight', 'none'],
  ['en', 'Here is the photo of the receipt', 'none'],
  ['de', 'Super, jetzt funktioniert alles, vielen Dank!', 'thanks'],
  ['de', 'Problem gelöst, danke euch', 'thanks'],
  ['de', 'Ich habe alles versucht, es funktioniert immer noch nicht', 'still_failing'],
  ['de', 'Leider kommt wieder derselbe Fehler', 'still_failing'],
  ['de', 'Hier ist meine Kundennummer', 'none'],
  ['fr', 'Merci beaucoup, ça marche maintenant !', 'thanks'],
  ['fr', 'Merci mais ça ne marche toujours pas', 'still_failing'],
  ['fr', 'Voici mon numéro de client', 'none'],
  ['es', 'Muchas gracias, ya funciona', 'thanks'],
  ['es', 'Gracias, pero sigue sin funcionar', 'still_failing'],
  ['es', 'Este es mi número de cliente', 'none'],
  ['pt', 'Muito obrigado, agora funciona!', 'thanks'],
  ['pt', 'Obrigado, mas continua sem funcionar', 'still_failing'],
  ['pt', 'Este é o meu número de cliente', 'none'],
  ['ar', 'شكرا جزيلا، تم حل المشكلة', 'thanks'],
  ['ar', 'هذا هو رقم العميل الخاص بي', 'none'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('closing', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label !== 'none')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('closing', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('closing', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('closing', text, 'en'))).toBe(true)
})
