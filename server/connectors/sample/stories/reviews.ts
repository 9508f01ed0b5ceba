import type { StoryGroup } from '../story.ts'

/** Reviews with stars, as people leave them in shops. Everything is invented. */
export const reviews: readonly StoryGroup[] = [
  {
    kind: 'praise',
    place: 'reviews',
    language: 'en',
    stories: [
      [
        '★★★★★ {Best purchase this year|Worth every coin} | The Fjord One makes {café coffee|better coffee than I deserve} at the press of one button. Cleaning takes two minutes.',
      ],
      [
        '★★★★★ Small and {mighty|clever} | The Fjord Mini fits beside the toaster and is {hot in 20 seconds|ready before I am}.',
        'us: Thank you, {author}! The toaster sends its regards. Ines',
      ],
      [
        '★★★★ Very good, {one wish|almost perfect} | Fjord One: taste great, looks great. I would like a bigger drip tray.',
      ],
      [
        '★★★★★ Service like {in the old days|nowhere else} | Fjordbrew replaced a part after the warranty. {Never had that before.|I was speechless.}',
      ],
    ],
  },
  {
    kind: 'complaint',
    place: 'reviews',
    language: 'en',
    stories: [
      [
        '★★ Loud | The Fjord One makes fine coffee, but the grinder {wakes the whole house|is so loud that I wait until nine}. Quiet mornings are over.',
        'us: We hear you, {author} (and the grinder). A quieter one is being tested. May we ask which beans you use? Ines',
      ],
      [
        '★ {Broken|Dead} after three weeks | Fjord Mini shows error 14 and nothing helps. {Waiting for an answer.|I want my money back.}',
      ],
      [
        '★★ Delivery {a disaster|took for ever} | The machine is nice, the parcel came {open|two weeks late} and without the filter. Fjordbrew should choose another carrier.',
        'us: That is not how it should arrive, {author}. The filter is on its way, and we have spoken with the carrier. Klara',
        'they: Filter arrived today. Thank you, great reaction.',
      ],
      [
        '★★★ Good coffee, {bad app|silly app} | Fjord One itself five stars. The app crashes {whenever I save a recipe|each time}.',
        'us: Thank you for the clear words, {author}. Which phone do you use? Dev',
      ],
      [
        '★★ Leaks | After {two|four} months my Fjord Mini leaks at the back. I expected more at this price.',
        'us: That is not right, {author}. Under which name was it bought? Then a new one leaves today. Klara',
      ],
    ],
  },
  {
    kind: 'question',
    place: 'reviews',
    language: 'en',
    stories: [
      [
        '★★★★ One question | Happy with the Fjord One. Can the {cup light|beep} be switched off? It is not in the manual.',
        'us: It can, {author}: hold both cup keys for five seconds. Tomás',
        'they: Works now, thanks a lot!',
      ],
      [
        '★★★ Filter? | Which water filter does the Fjord Mini need? The shop sold me {the wrong one|one that does not fit}.',
        'us: The round one with the blue lid, {author}. Shall we send you one to try? Tomás',
      ],
    ],
  },
  {
    kind: 'wish',
    place: 'reviews',
    language: 'en',
    stories: [
      [
        '★★★★ Please add a timer | Fjord One, {lovely machine|no complaints}. But why can it not switch itself on at six?',
      ],
    ],
  },
  {
    kind: 'rival',
    place: 'reviews',
    language: 'en',
    stories: [
      [
        '★★★★ Came from {Kestrel|Nordvane} | I had a {Kestrel|Nordvane} for five years. The Fjord One is slower but {tastes far better|so much easier to clean}.',
      ],
      ['★★★ Nordvane was {cheaper|quieter} | The Fjord One is fine, but my old Nordvane cost half and was not worse.'],
    ],
  },
  {
    kind: 'complaint',
    place: 'reviews',
    language: 'de',
    stories: [
      ['★★ Leider {undicht|laut} | Die Fjord One macht guten Kaffee, aber sie {tropft|lärmt} seit der zweiten Woche.'],
      [
        '★ Fehler 14 | Fjord Mini nach einem Monat kaputt. {Sehr enttäuscht.|Ich warte auf Antwort.}',
        'us: Das tut uns leid, {author}. Dürfen wir Ihnen eine neue schicken? Klara',
        'they: Die neue ist da und funktioniert einwandfrei. Vielen Dank!',
      ],
    ],
  },
  {
    kind: 'praise',
    place: 'reviews',
    language: 'de',
    stories: [
      [
        '★★★★★ {Endlich guter Kaffee|Klare Empfehlung} | Fjord Mini: klein, {leise genug|schnell}, schmeckt. Gern wieder Fjordbrew.',
      ],
    ],
  },
]
