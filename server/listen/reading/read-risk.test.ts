import { expect, test } from 'vitest'
import { hostileTexts, isSound, readText, shownWords, unreadableTexts } from '../../../tests/read-text.ts'

const texts: [language: string, text: string, label: string][] = [
  ['en', 'The battery exploded and burned my hand', 'safety'],
  ['en', 'My son had an allergic reaction after eating your biscuits', 'safety'],
  ['en', 'I got an electric shock from the kettle', 'safety'],
  ['en', 'My lawyer will be in touch, see you in court', 'legal'],
  ['en', 'This is a breach of GDPR and I will report you to the regulator', 'legal'],
  ['en', 'I am a journalist writing a story about your company, who can comment?', 'press'],
  ['en', 'I will go to the newspapers with this', 'press'],
  ['en', 'The parcel came a day late', 'none'],
  ['en', 'What are your opening hours?', 'none'],
  ['en', 'Great shoes, very happy', 'none'],
  ['de', 'Der Akku ist explodiert und ich habe mir die Hand verbrannt', 'safety'],
  ['de', 'Mein Anwalt wird sich bei Ihnen melden', 'legal'],
  ['de', 'Ich bin Journalistin und recherchiere über Ihr Unternehmen', 'press'],
  ['de', 'Wann öffnet der Laden morgen?', 'none'],
  ['fr', 'La batterie a explosé et je me suis brûlé la main', 'safety'],
  ['fr', 'Mon avocat va vous contacter, je porte plainte', 'legal'],
  ['fr', 'Je suis journaliste et je prépare un article sur votre entreprise', 'press'],
  ['fr', 'À quelle heure ouvre le magasin demain ?', 'none'],
  ['es', 'La batería explotó y me quemé la mano', 'safety'],
  ['es', 'Mi abogado se pondrá en contacto, voy a demandarlos', 'legal'],
  ['es', 'Soy periodista y preparo un reportaje sobre su empresa', 'press'],
  ['es', '¿A qué hora abre la tienda mañana?', 'none'],
  ['pt', 'A bateria explodiu e queimei a mão', 'safety'],
  ['pt', 'Meu advogado vai entrar em contato, vou processar vocês', 'legal'],
  ['pt', 'Sou jornalista e preparo uma reportagem sobre a empresa', 'press'],
  ['pt', 'A que horas abre a loja amanhã?', 'none'],
  ['ar', 'انفجرت البطارية واحترقت يدي', 'safety'],
  ['ar', 'سأرفع دعوى قضائية والمحامي سيتواصل معكم', 'legal'],
  ['ar', 'أنا صحفي وأكتب تقريرا عن شركتكم', 'press'],
  ['ar', 'متى يفتح المتجر غدا؟', 'none'],
]

test.each(texts)('in %s, “%s” is %s', async (language, text, label) => {
  const reading = await readText('risk', text, language)
  expect(reading.label).toBe(label)
  expect(isSound(text, reading)).toBe(true)
})

const spoken = texts.filter(([, , label]) => label !== 'none')

test.each(spoken)('in %s, “%s” shows the words that make it %s', async (language, text) => {
  const words = shownWords(text, await readText('risk', text, language))
  expect(words).not.toEqual([])
  for (const word of words) expect(word).toMatch(/[\p{L}!?؟]/u)
})

test.each(unreadableTexts)('“%s” is unknown', async (text) => {
  expect(await readText('risk', text)).toMatchObject({ label: 'unknown', confidence: 0, evidence: [] })
})

test.each(hostileTexts)('%s do no harm', async (_, text) => {
  expect(isSound(text, await readText('risk', text, 'en'))).toBe(true)
})
