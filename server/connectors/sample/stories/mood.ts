import type { StoryGroup } from '../story.ts'

/** Praise, rivals, the need behind it all, and the campaign. Everything is invented. */
export const mood: readonly StoryGroup[] = [
  {
    kind: 'praise',
    place: 'social',
    language: 'en',
    stories: [
      [
        'First {flat white|cappuccino} from my new Fjord One and I {may never leave the house again|am speechless} ☕️😍 [picture: A cup with a fern drawn in milk foam beside a white machine]',
      ],
      [
        'Shout-out to Priya at @fjordbrew: {stayed on the line until my machine purred|explained the whole descaling to my grandfather}. That is service.',
        'us: She is blushing, {author}. Thank you for saying it! Ines',
      ],
      ['Two years, {three|four} espressos a day, not one hiccup. Fjord Mini, you little hero 💪'],
      [
        'Did not expect it, but the Fjord One coffee is {better than at the corner café|the best I have had at home}.',
        'other: Which beans do you use?',
        'they: Whatever is on offer, honestly.',
      ],
      ['Fjordbrew sent me a new lid {without a single question|within a day}. Love that.'],
      ['Our office got a Fjord One. Productivity unclear, mood {excellent|through the roof} 🎉'],
      ['Whoever wrote the Fjord Mini manual: thank you for the {drawings|jokes}. I read it twice.'],
    ],
  },
  {
    kind: 'praise',
    place: 'social',
    language: 'de',
    stories: [
      ['Ich liebe meine Fjord Mini ❤️ {Klein, schnell, fertig.|Jeden Morgen wieder.}'],
      [
        'Super Service von @fjordbrew: {Ersatzteil am nächsten Tag da|gleich jemand am Telefon, der Bescheid wusste}. Danke!',
      ],
    ],
  },
  {
    kind: 'rival',
    place: 'social',
    language: 'en',
    stories: [
      [
        'My Kestrel {gave up|died} after {14|15} months. {One month after the warranty, how convenient.|Of course the warranty is over.} What do you all use?',
        'other: Nordvane, never looked back.',
      ],
      ['Nordvane raised the price of their pods {again|by a third}. {I am done.|Looking around now.}'],
      ['The new Kestrel looks {gorgeous|like a spaceship}. Can it make coffee as well as a Fjord One?'],
      [
        'Compared Kestrel, Nordvane and Fjordbrew for a week: Kestrel is fastest, Nordvane cheapest, {Fjordbrew tastes best|the Fjord One the quietest}. Full table in my notes.',
      ],
      ['Nordvane support answered in {four minutes|no time}. {Impressive.|That is how you do it.}'],
      ['Kestrel recall: check the cable of machines made before {June|May}. {Mine is one of them.|Stay safe.}'],
    ],
  },
  {
    kind: 'namesake',
    place: 'social',
    language: 'en',
    stories: [
      [
        'A kestrel hovered over the {field behind our house|motorway} for minutes today, like {a kite on a string|it had all the time in the world}. [picture: A small falcon standing in the air above a meadow]',
      ],
      ['Kestrel chicks at the church tower have {hatched|left the nest}! {Four of them.|The webcam is worth it.}'],
    ],
  },
  {
    kind: 'need',
    place: 'social',
    language: 'en',
    stories: [
      [
        'All I want: quiet mornings. {The grinder of our coffee machine wakes the baby every single day.|Coffee without waking the whole house.}',
      ],
      [
        'Is there any coffee machine with a {silent|really quiet} grinder? Thin walls, {nice|patient} neighbours, I want to keep them.',
        'us: Ours is not silent yet, {author}, to be honest. At what time do you make coffee? Dev',
      ],
      [
        '5:30, shift starts, everybody asleep. I make coffee {in the bathroom with the door shut|under a blanket} because the machine is so loud. There must be a better way.',
      ],
      [
        'New parent question: how do you make coffee without the noise? {Asking at 4:50.|I whisper to the grinder, it does not help.}',
      ],
      ['Quiet mornings are my {therapy|luxury}. Book, window, no beeping machine.'],
    ],
  },
  {
    kind: 'need',
    place: 'social',
    language: 'de',
    stories: [
      [
        'Kennt jemand eine wirklich leise {Kaffeemaschine|Kaffee-Mühle}? Bei uns schläft früh noch alles, und die Mühle ist zu laut.',
      ],
    ],
  },
  {
    kind: 'campaign',
    place: 'social',
    language: 'en',
    stories: [
      [
        '#SlowSunday with the Fjord Mini, {rain on the window, nowhere to be|pancakes, paper, silence} [picture: A small green coffee machine on a window sill, rain outside]',
        'us: That window sill deserves a medal, {author}. Ines',
      ],
      [
        'My #SlowSunday entry: grandfather tastes his first {cortado|flat white}. {His verdict: "Small."|He asked for sugar.}',
        'us: Please tell him: it comes in two sizes. Ines',
      ],
      ['Is #SlowSunday only for people who have a Fjordbrew? {Asking as a tea person.|My pot is from 1974.}'],
    ],
  },
]
