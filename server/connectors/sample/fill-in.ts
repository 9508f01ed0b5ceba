import { chooseFrom } from './chance.ts'

/** `{author}` becomes the first name, `{a|b}` one of these. */
export function fillIn(words: string, name: string | undefined, chance: () => number): string {
  return words
    .replaceAll('{author}', name?.split(' ')[0] ?? '')
    .replaceAll(/\{([^{}]*\|[^{}]*)\}/gu, (_all, choices: string) => chooseFrom(choices.split('|'), chance))
}
