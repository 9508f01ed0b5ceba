import type { StoryGroup } from '../story.ts'

/** People who ask, who think of buying, who wish for something. Everything is invented. */
export const interest: readonly StoryGroup[] = [
  {
    kind: 'question',
    place: 'social',
    language: 'en',
    stories: [
      [
        'How often do you {really|actually} descale a Fjord One with {hard|very hard} water? @fjordbrew',
        'us: With hard water every six weeks, {author}. The light turns amber two days before. Tomás',
        'they: That answers my question, thank you.',
      ],
      [
        'Does the Fjord Mini fit under a {38|35} cm cupboard with the lid open? Asking for my tiny kitchen.',
        'us: It needs 36 cm with the lid up, {author}. How deep is the board? Tomás',
      ],
      [
        'Can I use {oat milk|oat drink} in the frother of the Fjord One without it {smelling funny|turning to glue}? @fjordbrew',
        'us: Yes, {author}: the barista kind froths best. Rinse it right afterwards, oat dries fast. Priya',
      ],
      [
        'Where do I find the serial number on a Fjord Mini? {Turned it upside down, got wet.|Not under the tank.}',
        'us: Under the drip tray, {author}, on the silver label. No more water involved! Priya',
      ],
      [
        'Is the Fjordbrew warranty {still valid|good} if I bought the Fjord One {second hand|from a neighbour}?',
        'other: I think it goes with the machine, not with the person.',
      ],
      [
        '@fjordbrew do your capsules go into the {paper bin|compost}? The box says "sort locally" and my town says "ask the maker".',
      ],
      [
        'Which grind for the Fjord One when the espresso runs {too fast|through in 12 seconds}? Finer, I guess, but how much?',
      ],
      ['dm: Could you tell me when the Fjord Mini in {green|moss green} is back? I would rather not ask every day :)'],
    ],
  },
  {
    kind: 'question',
    place: 'social',
    language: 'de',
    stories: [
      [
        'Kann man die Brühgruppe der Fjord One in die Spülmaschine geben? {Frage für meinen Vater.|Er hat es schon getan.} @fjordbrew',
        'us: Bitte nur unter warmem Wasser, {author}. Läuft sie nach der Spülmaschine noch leicht? Tomás',
      ],
      ['Passt der Wasserfilter der Fjord Mini auch in die {alte|erste} Fjord One?'],
      ['Gibt es bei Fjordbrew {Ersatzteile|Dichtungen} einzeln zu kaufen?'],
    ],
  },
  {
    kind: 'purchase',
    place: 'social',
    language: 'en',
    stories: [
      [
        'Thinking about {buying|getting} a Fjord One for the office, {eight|twelve} people. Is there a price for firms, @fjordbrew?',
        'us: There is, {author}: from two machines on. How many cups a day do you think of? Klara',
      ],
      [
        'Fjord Mini or Kestrel Compact for a {student room|one-person flat}? {Budget 200.|Leaning to the Mini.}',
        'other: Have the Fjord Mini, would buy it again.',
      ],
      [
        'We open a small café in {March|spring} and look for two machines. Does anybody run a Fjord One all day long? Would love to try one before we buy.',
        'us: How lovely, {author}! Would you like to try one for a week? Klara',
        'they: Very much. Where do we have to send the address?',
      ],
      [
        'Is there a {showroom|shop} where I can taste from a Fjord One before I spend that much? @fjordbrew',
        'us: In our shop by the harbour, {author}, Tuesday to Saturday. Which day suits you? Klara',
      ],
      ['My mother wants a Fjord Mini for her birthday. Where can I buy one that arrives by {Friday|the weekend}?'],
    ],
  },
  {
    kind: 'purchase',
    place: 'social',
    language: 'de',
    stories: [
      ['Wir möchten {drei|fünf} Fjord One für unsere Praxis kaufen. Gibt es ein Angebot für Firmen, @fjordbrew?'],
    ],
  },
  {
    kind: 'wish',
    place: 'social',
    language: 'en',
    stories: [
      [
        'Wish the Fjord One had a timer {for mornings|so that it is warm when I get up}. That is all I want. That and world peace.',
        'us: World peace is with another department, {author}; the timer is on our list. When would it have to be warm? Dev',
      ],
      [
        'Dear @fjordbrew, please {make|sell} a bigger water tank for the Fjord Mini. I would buy it {today|on the spot}.',
      ],
      [
        'The Fjordbrew app needs a dark mode. {At 5:40 it is like looking into the sun.|My eyes.}',
        'other: Yes please!',
      ],
      [
        'Idea: a Fjord One lid without that {click|clack}. The whole house knows when I make coffee. I love quiet mornings.',
      ],
      [
        'Could the Fjord Mini remember two {people|cup sizes}? My husband drinks buckets, I drink thimbles. @fjordbrew',
        'us: Two cup sizes: written down, {author}. Dev',
      ],
      ['A Fjord One with a handle on the tank, {please|pretty please}. Carrying it is a sport.'],
    ],
  },
  {
    kind: 'wish',
    place: 'social',
    language: 'de',
    stories: [['Wünsche mir für die Fjord One eine {leisere|wirklich leise} Mühle. Das Baby wacht jedes Mal auf.']],
  },
]
