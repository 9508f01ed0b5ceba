import { isWordCharacter } from '../../../lib/character-class.ts'
import { runEnd } from '../../../lib/tokenize.ts'
import { wordFlag } from '../word-flag.ts'
import { takeWord } from './take-word.ts'
import type { Taken } from './taken.ts'

/** `@someone`, read as `@user`, or `#tag`, read as its word. */
export function takeSigil(text: string, at: number): Taken | undefined {
  const sign = text[at]
  if ((sign !== '@' && sign !== '#') || !isWordCharacter(text.codePointAt(at + 1) ?? 0)) return undefined
  if (sign === '@') return { word: '@user', end: handleEnd(text, at + 1), flags: wordFlag.mention }
  const taken = takeWord(text, at + 1)
  return taken.flags & wordFlag.number ? taken : { ...taken, flags: taken.flags | wordFlag.hashtag }
}

/** A handle may name its server, as in `@ada@social.example`. */
function handleEnd(text: string, from: number): number {
  const end = runEnd(text, from)
  const server = /@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}/y
  server.lastIndex = end
  return end + (server.exec(text)?.[0].length ?? 0)
}
