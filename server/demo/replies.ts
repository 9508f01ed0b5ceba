import type { StoryKind } from '../connectors/sample/story.ts'

type Words = Record<'en' | 'de', readonly string[]>

const warm: Words = {
  en: [
    '{Thank you|That is lovely to read}, {author}! I have passed it on to the whole team.',
    'We are {grinning|smiling} over here, {author}. Thank you for writing that.',
  ],
  de: ['Wie schön, {author}! Das lese ich gleich allen vor.', 'Danke, {author}, das freut uns sehr.'],
}

const inquiry: Words = {
  en: [
    'Good question, {author}. {It does|Yes, it does}; page 12 of the guide shows how, and I can send you the page.',
    'Hello {author}, I have just tried it on the machine here: it works as you hope. Write again if yours disagrees.',
    'Hi {author}, the short answer is yes. The long one would not fit here, but I am glad to tell you.',
  ],
  de: [
    'Gute Frage, {author}: ja, das geht. Auf Seite 12 der Anleitung steht, wie.',
    'Hallo {author}, eben ausprobiert: es klappt.',
  ],
}

const wish: Words = {
  en: [
    'I have written that down for the people who build it, {author}. {You are not the first|Several people ask for it}.',
  ],
  de: ['Das gebe ich an die Entwicklung weiter, {author}. Sie sind damit nicht allein.'],
}

const trouble: Words = {
  en: [
    'I am sorry, {author}. Please take the tank out, wipe the two pins behind it and put it back until it clicks. Better?',
    'That should not happen, {author}. Switch it off for ten seconds and hold both cup keys while it starts: that settles most of it.',
    'Oh no, {author}. A new part is on its way to you today; you need not send the old one back.',
  ],
  de: [
    'Das tut mir leid, {author}. Bitte einmal zehn Sekunden vom Strom nehmen und beim Einschalten beide Tassentasten halten.',
    'Das darf nicht sein, {author}. Ein neues Teil geht heute an Sie raus, das alte brauchen wir nicht zurück.',
  ],
}

/** For somebody whom we have answered before. */
export const furtherReplies: Words = {
  en: [
    'Then we look deeper, {author}. I have asked our workshop and tell you by tomorrow what they say.',
    'Thank you for {trying|staying with it}, {author}. I would rather swap the whole machine: may I send you the label?',
    'About two days, {author}, and it costs you nothing.',
  ],
  de: [
    'Dann schauen wir genauer hin, {author}. Ich frage die Werkstatt und melde mich morgen.',
    'Das dauert etwa zwei Tage, {author}, und kostet nichts.',
  ],
}

/** What an invented colleague says, by what it is about. */
export function repliesTo(kind: StoryKind | undefined): Words {
  if (kind === 'complaint' || kind === undefined) return trouble
  if (kind === 'question' || kind === 'purchase' || kind === 'need' || kind === 'rival') return inquiry
  return kind === 'wish' ? wish : warm
}

export const notes: readonly string[] = [
  'Third one this week about the same ring. I have told the people who pack the spare parts.',
  'Spoke on the phone last month, very patient. Please keep the tone easy.',
  'Looked up the order: bought in August, the warranty holds.',
  'Dev says a fix is being tested; let us not name a date yet.',
  'Would be a good voice for the grinder test. Ask once this is sorted.',
]

export const handoffReasons: readonly string[] = [
  'You know this machine best',
  'Yours since Monday',
  'I am away this afternoon',
  '',
]
