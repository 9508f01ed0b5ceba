import type { StoryGroup } from '../story.ts'

/** People whose machine does not do what it should, and people who are angry. Everything is invented. */
export const trouble: readonly StoryGroup[] = [
  {
    kind: 'complaint',
    place: 'social',
    language: 'en',
    stories: [
      [
        'My Fjord One {started leaking|has been leaking} from the bottom {this morning|since last night}. {Puddle on the counter, towel underneath.|Third towel already.} What now, @fjordbrew? [picture: A white coffee machine on a wooden counter with a puddle of water in front of it]',
        'us: Oh no, {author}. Please switch it off and take the tank out: is the small grey ring at its foot still in place? It slips out when the tank is rinsed. Priya',
        'they: The ring sat crooked! Pushed it back in, thanks, that fixed it.',
      ],
      [
        'Error 14 on my Fjord Mini {again|for the third day in a row}. {No coffee, no patience.|I have unplugged it, prayed, plugged it in.}',
        'us: Hi {author}, error 14 is the water sensor. Could you wipe the two pins behind the tank with a dry cloth? Tomás',
        'they: Did that, and it still fails with error 14 after a minute.',
      ],
      [
        'The milk frother of the Fjord One {screams like a kettle|makes a noise I can only call grief}. Is that normal? @fjordbrew',
        'other: Mine did that too until I descaled it.',
        'us: Hello {author}, {that is not how it should sound|no, that is not normal}. A descaling usually settles it; the guide is in the drawer lid. Does it still scream afterwards? Priya',
        'they: Descaled it and it works perfectly now. Thank you!',
      ],
      [
        '{Ordered|I ordered} a Fjord Mini on Monday, the parcel {still has not moved|has been "almost there" for four days}. Order page of Fjordbrew says nothing.',
        'us: Sorry about the silence, {author}. Your parcel was put on the wrong truck; it goes out today and you have it on Thursday. Klara',
        'they: It arrived today, happy now. Thank you for sorting it.',
      ],
      [
        'Fjordbrew app update and now my Fjord One {forgets|has forgotten} every recipe. {Two years of fiddling gone.|My perfect cortado, gone.}',
        'other: Same here since the update!',
        'they: Glad it is not only me. Still missing all of them.',
      ],
      [
        'dm: {Hello,|Hi there,} my Fjord One was repaired in September and now shows the same error. I have the receipt. Could somebody look at it?',
        'us: Of course, {author}. Which number stands on the receipt, top right? Dev',
      ],
      [
        'Is it me or does the Fjord One {brew lukewarm|only manage warm-ish} since the weather got cold? Measured 58 degrees in the cup.',
        'us: Good measuring, {author}! Cold cups take about ten degrees. What does it say with a cup that was rinsed hot? Tomás',
        'they: 67 with a hot cup. Did not expect that. All good now, thanks!',
      ],
      [
        'The lid of my Fjord Mini {snapped|broke} right at the hinge. {It is four months old.|Four months!} @fjordbrew [picture: A broken plastic hinge held between two fingers]',
        'us: That hinge should last ten years, {author}. A new lid is on its way, you need not send anything back. Priya',
      ],
      [
        'Paid twice for one Fjord Mini. Twice! {The shop says it was the bank, the bank says it was the shop.|Nobody feels responsible.} #fjordbrew',
        'us: We see both payments, {author}, and that is our mistake. The second one goes back today; banks take up to three days. Did you get a mail from us? Dev',
        'they: Mail is here, and the refund arrived just now. Great, thank you.',
      ],
      [
        'Grinder of the Fjord One stuck. There is a bean in there, I can see it, it can see me.',
        'edit: Grinder of the Fjord One stuck. There is a bean in there, I can see it, it can see me. Update: it was a small stone!',
      ],
      [
        'Fjordbrew hotline: 25 minutes of pan flute and then {the line dropped|cut off}. {Twice.|I know the tune by heart now.}',
        'gone:',
      ],
    ],
  },
  {
    kind: 'complaint',
    place: 'social',
    language: 'de',
    stories: [
      [
        'Meine Fjord One {tropft|leckt} seit {gestern|heute früh} unten raus 😩 Weiß jemand, woran das liegt? @fjordbrew',
        'us: Hallo {author}, oft sitzt nur der graue Ring am Tank schief. Mögen Sie einmal nachsehen? Priya',
        'they: Der Ring war es! Jetzt geht es wieder, vielen Dank.',
      ],
      [
        'Seit drei Wochen warte ich auf den Ersatztank für die Fjord Mini. {Langsam reicht es.|Auf Mails antwortet keiner.} #fjordbrew',
        'us: Das ist zu lang, {author}. Wie lautet die Bestellnummer? Dann sehe ich sofort nach. Klara',
      ],
      [
        'Die Fjordbrew-App findet meine Fjord One nicht mehr. {Neu gestartet, neu verbunden, nichts.|Schon alles versucht.}',
        'us: Guten Tag {author}, hilft es, wenn die Maschine einmal zehn Sekunden vom Strom ist? Tomás',
        'they: Leider nicht, der Fehler ist immer noch da.',
      ],
    ],
  },
  {
    kind: 'rant',
    place: 'social',
    language: 'en',
    stories: [
      [
        'Fjordbrew, Kestrel, Nordvane, {they are all the same|all of them}: plastic with a price tag. {Buy a pot and a flame.|Wake up, people.}',
      ],
      [
        'Unpopular opinion: whoever needs a Fjord One to make coffee should not be allowed near a kitchen. {I said what I said.|Fight me.}',
      ],
    ],
  },
]
