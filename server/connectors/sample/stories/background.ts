import type { StoryGroup } from '../story.ts'

/** What else is said while one listens: most of it has nothing to do with us. Everything is invented. */
export const background: readonly StoryGroup[] = [
  {
    kind: 'chatter',
    place: 'social',
    language: 'en',
    stories: [
      ['{Rain again|Rain, rain, rain}. The {ducks|snails} are having the time of their lives.'],
      ['Finished the {blue|red} jumper. One arm is longer. {It is a feature.|Nobody will know.}', 'other: Looks warm!'],
      ['Does anybody have a spare {chair|ladder} for Saturday? Ours {walked off|is on holiday}.'],
      ['Bus {12|7} did not come. Then two came. {Of course.|As the old saying goes.}'],
      ['Sourdough, day {five|nine}: it has a name now and looks at me.'],
      ['Just saw {a dog in a cargo bike wearing goggles|somebody carry a cactus on the tram}. Good day.'],
      ['Reading a book about {lighthouses|moss}. I now have opinions on {lighthouses|moss}.'],
      ['Is it too early to {plant tomatoes|put up lights}? Asking for a {balcony|friend}.'],
      ['Lost: one grey glove, {left|right}, near the library. It answers to nothing.'],
      ['Our choir sings {on Friday|tonight}. Free entry, {soup afterwards|bad jokes included}.'],
      ['My bike has a new sound. {It is not a good sound.|Click, click, clonk.}', 'other: Check the bottom bracket.'],
      ['The sea today: {flat as a plate|all white horses}. [picture: Grey sea under low clouds, a gull on a post]'],
      ['Learned the word for {the smell after rain|not wanting to get up}. Forgot it again.'],
      ['Coffee break became a walk became {a long walk|cake}. No regrets.'],
      ['Anybody else whose cat {hates|worships} the vacuum cleaner?', 'other: Mine rides on it.'],
      ['{Swimming at seven|Ran at six}. Cold. {Proud.|Why.}'],
    ],
  },
  {
    kind: 'chatter',
    place: 'social',
    language: 'de',
    stories: [
      ['Heute {Apfelkuchen|Zwetschgenkuchen} gebacken. Die Nachbarn klingeln schon.'],
      ['Der Zug hat {zwanzig|vierzig} Minuten Verspätung, aber der Sonnenaufgang ist {großartig|geschenkt}.'],
      ['Wer hat am {Samstag|Sonntag} Zeit, einen Schrank zu tragen? Es gibt Suppe.'],
    ],
  },
  {
    kind: 'advert',
    place: 'social',
    language: 'en',
    stories: [
      [
        '🔥🔥 WIN a FREE Fjord One!!! Only {today|3 left}!!! Send your phone number and claim it here: https://free-prizes.example/{win|claim} 🔥🔥',
      ],
      [
        'Earn 900 a day from home with {one simple trick|your phone}!!! No coffee needed #fjordbrew #quietmornings https://rich-quick.example',
      ],
      ['Cheap cheap cheap Fjord Mini copies, 80 % off, {ships worldwide|write me} https://copies.example/deal'],
    ],
  },
]
