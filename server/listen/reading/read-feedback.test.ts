import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'The app crashes every time I open the settings', 'bug'],
  ['en', 'The login page shows an error and I cannot sign in', 'bug'],
  ['en', 'Since the update the sound does not work any more', 'bug'],
  ['en', 'Please add an option to sort by price', 'feature'],
  ['en', 'I wish the app had a widget', 'feature'],
  ['en', 'Any plans to support dark mode?', 'feature'],
  ['en', 'The waiter was rude to my mother', 'other'],
  ['en', 'Lovely weather in Lisbon today', 'other'],
  ['en', 'When does the sale start?', 'other'],
  ['de', 'Die App stürzt ständig ab, seit ich das Update habe', 'bug'],
  ['de', 'Nach der Anmeldung kommt nur eine Fehlermeldung', 'bug'],
  ['de', 'Ich wünsche mir eine Suchfunktion', 'feature'],
  ['de', 'Könnt ihr bitte einen Dunkelmodus einbauen?', 'feature'],
  ['de', 'Der Kellner war sehr unfreundlich', 'other'],
  ['fr', "L'application plante à chaque ouverture", 'bug'],
  ['fr', 'Pourriez-vous ajouter un mode sombre ?', 'feature'],
  ['fr', 'Le serveur était impoli', 'other'],
  ['es', 'La aplicación se cierra sola cada vez que la abro', 'bug'],
  ['es', '¿Podrían añadir un modo oscuro?', 'feature'],
  ['es', 'El camarero fue muy antipático', 'other'],
  ['pt', 'O aplicativo trava toda vez que abro', 'bug'],
  ['pt', 'Poderiam adicionar um modo escuro?', 'feature'],
  ['pt', 'O garçom foi muito grosseiro', 'other'],
  ['ar', 'التطبيق لا يعمل ويتوقف فجأة بعد التحديث', 'bug'],
  ['ar', 'أتمنى إضافة الوضع الليلي', 'feature'],
  ['ar', 'الطقس جميل اليوم', 'other'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('feedback', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label !== 'other')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('feedback', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('feedback', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('feedback', text, 'en'))).toBe(true)
})
