/** German words by what they say of a thing, from very bad to very good. A `*` stands for any ending. Written by us. */
export const german = {
  weights: {
    3: `liebe liebt lieben geliebt großartig* grossartig* fantastisch* hervorragend* perfekt* wunderbar* ausgezeichnet*
      genial* begeister* traumhaft* beste besten bester bestes sensationell* phänomenal* grandios*`,
    2: `gut gute guter gutes guten super toll tolle toller tolles tollen klasse schön schöne schöner schönes schönen freue
      freut freuen freude froh glücklich danke dank dankbar vielen-dank empfehle empfehlen empfehlenswert zufrieden* lecker*
      freundlich* hilfsbereit* hilfreich* prima spitze top gelungen* erfolg* gewonnen gewinnt stolz glückwunsch herzlich*
      lustig* witzig* angenehm* zuverlässig* beeindruck* cool geil mega besser gelöst behoben`,
    1: `okay ok gerne gern nett nette netter nettes nützlich* schnell einfach praktisch* funktioniert klappt geklappt läuft
      interessant* hoffe hoffentlich sicher* bequem* fair sauber* günstig* preiswert* spannend* lob loben gefällt mag lächeln
      willkommen hübsch* solide*`,
    '-1': `langsam* spät verspätet verspätung verzögerung fehlt fehlen fehlend* schwierig* kompliziert* verwirrend* unklar*
      teuer teure teurer teures teuren langweilig* warten warte wartet gewartet wartezeit problem probleme problemen leider
      müde verloren sorge sorgen zweifel laut dreckig* schmutzig* alt veraltet kalt seltsam komisch mangel mängel umständlich*
      krank einsam`,
    '-2': `schlecht* kaputt* defekt* fehler fehlerhaft* abgestürzt stürzt absturz abstürze ärger ärgert ärgerlich* nervt
      nervig* genervt wütend sauer traurig* enttäusch* frust* beschwerde* beschweren falsch* schlimm* schlimmer unfreundlich*
      unverschämt* nutzlos* unbrauchbar* unzuverlässig* hasse hasst hassen dumm* blöd* doof* hässlich* lüge lügen gelogen
      verarsch* abzocke schade angst schmerz* tot gestorben stirbt weinen kündig* stornier* rückerstattung ignorier* peinlich*
      versagt gescheitert mist lächerlich* inakzeptabel* unmöglich* frechheit zumutung verlust verloren krieg*`,
    '-3': `furchtbar* schrecklich* grauenhaft* grauenvoll* katastroph* ekelhaft* eklig* widerlich* betrug betrüger betrogen
      scheiße scheiss* scheiß* albtraum alptraum müll schrott unterirdisch* miserabel* mies* schlechteste* schlimmste*
      entsetzlich* abscheulich* skandal*`,
  },
  negators: `nicht kein keine keinen keinem keiner keines nie niemals nichts ohne weder kaum`,
  intensifiers: `sehr wirklich so total absolut extrem echt richtig unglaublich völlig komplett besonders wahnsinnig`,
  softeners: `etwas bisschen ziemlich eher fast vielleicht`,
  contrasts: `aber jedoch allerdings doch trotzdem`,
}
