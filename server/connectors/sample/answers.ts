import type { StoryKind } from './story.ts'

export type Mood = 'solved' | 'informed' | 'failing' | 'asking' | 'warm'

/** What people say when we have answered them. */
export const answers: Record<Mood, Record<'en' | 'de', readonly string[]>> = {
  solved: {
    en: [
      'Thanks, that fixed it!',
      'That did the trick, thank you so much 🙏',
      'It works again now. Thank you for the quick help!',
      'Tried it just now and it works perfectly. Thanks!',
      'All sorted, thank you!',
    ],
    de: [
      'Danke, hat geklappt!',
      'Jetzt geht es wieder, vielen Dank 🙏',
      'Problem gelöst. Danke für die schnelle Hilfe!',
    ],
  },
  informed: {
    en: [
      'That answers my question, thank you!',
      'That is all I needed. Thanks!',
      'Thank you for the quick reply 😊',
      'Great, thank you very much!',
    ],
    de: ['Alles klar, danke!', 'Vielen Dank für die schnelle Antwort!', 'Dankeschön, super Service!'],
  },
  failing: {
    en: [
      'Thanks, but it still fails.',
      'Tried that twice, still the same error.',
      'Thank you, but that did not help. Same problem as before.',
      'It worked for one cup, then the error came back.',
    ],
    de: ['Danke, aber es geht immer noch nicht.', 'Das hat leider nicht geholfen.', 'Gleicher Fehler wie vorher.'],
  },
  asking: {
    en: [
      'Thank you! And how long will that take?',
      'OK. Do I have to send the old part back?',
      'Good to know. Does that also hold for the Mini?',
      'Could you send me a picture of where that is?',
    ],
    de: ['Danke! Wie lange dauert das denn?', 'Gut. Muss ich dafür etwas bezahlen?', 'Gilt das auch für die Mini?'],
  },
  warm: {
    en: ['You just made my day ☕️❤️', 'Nice of you to write!', 'Ha, did not expect an answer. Thank you!'],
    de: ['Wie nett, dass ihr antwortet ❤️', 'Danke euch!'],
  },
}

/** How likely which mood is after we have answered, by what it was about; the rest stays silent. */
const afterTrouble: readonly [Mood, number][] = [
  ['solved', 0.5],
  ['failing', 0.2],
  ['asking', 0.15],
]
const afterInterest: readonly [Mood, number][] = [
  ['informed', 0.5],
  ['asking', 0.28],
]
const afterRest: readonly [Mood, number][] = [['warm', 0.5]]
const afterFollowUp: readonly [Mood, number][] = [
  ['informed', 0.6],
  ['failing', 0.1],
]

/** `undefined`: it was an answer to our answer. */
export function moodsAfter(kind: StoryKind | undefined): readonly [Mood, number][] {
  if (kind === undefined) return afterFollowUp
  if (kind === 'complaint') return afterTrouble
  return kind === 'question' || kind === 'purchase' || kind === 'wish' ? afterInterest : afterRest
}
