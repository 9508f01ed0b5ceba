import type { Author } from '../../model/post.ts'
import type { SamplePlace } from './story.ts'

/** Everybody who speaks on the sample network. None of them exists. */
const names: Record<'en' | 'de', readonly string[]> = {
  en: [
    'Mara Lindqvist',
    'Theo Okafor',
    'Wren Calloway',
    'Ida Solberg',
    'Ravi Menon',
    'Noor Haddad',
    'Otis Grant',
    'Lucía Prado',
    'Finn Macalister',
    'Amara Diallo',
    'June Park',
    'Hugo Silva',
    'Edith Marsh',
    'Kofi Mensah',
    'Pia Rossi',
    'Sven Aalto',
    'Yuki Tanabe',
    'Bea Novák',
    'Tess Whitlock',
    'Omar Aziz',
    'Gwen Pryce',
    'Leo Brandt',
    'Nina Castell',
    'Arlo Finch',
    'Mei Chen',
    'Dora Vidal',
    'Paul Ekström',
    'Zoë Maes',
    'Iris Doyle',
    'Max Tolan',
  ],
  de: [
    'Jana Vogt',
    'Uwe Lindner',
    'Karin Heller',
    'Timo Brandl',
    'Silke Ahrens',
    'Emre Kaya',
    'Lotte Winkler',
    'Jörg Petersen',
    'Anneke Maas',
    'Ben Schütte',
  ],
}

export const ourAccount = 'fjordbrew'

/** One of the people, chosen by a number. */
export function personBy(place: SamplePlace, language: 'en' | 'de', number: number): Author {
  const choice = names[language]
  const name = choice[number % choice.length]!
  const id = name.normalize('NFD').replaceAll(/\P{L}/gu, '').toLowerCase()
  const reach = (number * 37) % 900
  return { id, handle: `@${id}`, name, url: `${homeOf(place)}/@${id}`, followers: reach < 40 ? reach * 311 : reach }
}

export function ourselves(place: SamplePlace): Author {
  return { id: ourAccount, handle: `@${ourAccount}`, name: 'Fjordbrew', url: `${homeOf(place)}/@${ourAccount}` }
}

/** Where the place would stand, were it real; `.example` never is (RFC 2606). */
export function homeOf(place: SamplePlace): string {
  return `https://${place}.sample.example`
}
