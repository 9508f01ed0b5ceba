import type { Cue } from './cue.ts'

/** How soon an answer is needed: `high` or `low`; without a cue it is `normal`. Languages: English, German. */
export const urgencyCues: Record<string, readonly Cue[]> = {
  en: [
    {
      label: 'high',
      weight: 0.85,
      find: '(urgent OR urgently OR asap OR emergency OR immediately OR "right now" OR "as soon as possible") -("not urgent" OR "no rush")',
      example: 'Urgent: I need this fixed',
      counterExample: 'Not urgent, whenever you can',
    },
    {
      label: 'high',
      weight: 0.75,
      find: '(today OR tonight OR tomorrow OR hour OR hours OR minutes) NEAR/6 (need OR deadline OR flight OR leave OR leaving OR appointment OR wedding OR exam OR presentation OR surgery OR travel)',
      example: 'My flight leaves in two hours',
      counterExample: 'I bought it a year ago',
    },
    {
      label: 'high',
      weight: 0.85,
      find: '"locked out" OR "can\'t log in" OR "cannot log in" OR "can\'t login" OR "can\'t access" OR stranded OR hacked OR stolen OR "on fire" OR smoke OR burned OR injured OR unsafe OR dangerous OR "data loss" OR "charged twice" OR "double charged" OR outage OR "is down"',
      example: 'I am locked out of my account',
      counterExample: 'The price came down',
    },
    {
      label: 'high',
      weight: 0.7,
      find: 'lawyer OR lawsuit OR sue OR police OR "legal action" OR allergic OR hospital OR ambulance',
      example: 'My lawyer will write to you',
      counterExample: 'I study law',
    },
    {
      label: 'low',
      weight: 0.75,
      find: '"no rush" OR "no hurry" OR "not urgent" OR "whenever you can" OR "when you have time" OR "just curious" OR "just wondering" OR fyi OR "for what it\'s worth" OR someday OR "nice to have"',
      example: 'No rush, just wondering',
      counterExample: 'Hurry up',
    },
  ],
  de: [
    {
      label: 'high',
      weight: 0.85,
      find: '(dringend OR sofort OR notfall OR schnellstmöglich OR umgehend OR eilig OR eilt) -("nicht dringend" OR "nicht eilig" OR "eilt nicht")',
      example: 'Dringend: Bitte um Rückruf',
      counterExample: 'Ist nicht dringend',
    },
    {
      label: 'high',
      weight: 0.75,
      find: '(heute OR morgen OR stunden OR minuten) NEAR/6 (brauche OR benötige OR flug OR abflug OR frist OR termin OR hochzeit OR prüfung OR reise)',
      example: 'Mein Flug geht in zwei Stunden',
      counterExample: 'Gekauft vor einem Jahr',
    },
    {
      label: 'high',
      weight: 0.85,
      find: 'ausgesperrt OR gehackt OR gestohlen OR gestrandet OR rauch OR brennt OR verletzt OR gefährlich* OR "doppelt abgebucht" OR ausfall OR "komme nicht rein" OR anwalt OR polizei OR krankenhaus',
      example: 'Mein Konto wurde gehackt',
      counterExample: 'Mein Konto ist schön',
    },
    {
      label: 'low',
      weight: 0.75,
      find: '"keine eile" OR "nicht eilig" OR "nicht dringend" OR "eilt nicht" OR "bei gelegenheit" OR "nur so" OR irgendwann',
      example: 'Hat keine Eile',
      counterExample: 'Beeilung bitte',
    },
  ],
}
