import { wordFlag } from '../word-flag.ts'
import type { Taken } from './taken.ts'

/** Faces of signs; a letter next to them makes them something else. Every repetition is bounded. */
const faces =
  /(?:>?[:;=][-'’^o]{0,2}(?:[)\]([|\\*@$}{]{1,20}|[/dDpPoOsSxX3]{1,4}(?![\p{L}\p{N}/]))|<\/?3{1,9}(?!\p{N})|[xX]D{1,20}(?![\p{L}\p{N}])|D[:;](?![\p{L}\p{N}])|[(]{1,20}-?[:;=]|[oO0][_.][oO0](?![\p{L}\p{N}])|[tT]_[tT]|-_{1,9}-|[\^>][_.]{0,3}[\^<])/uy

/** The signs that a face can begin with: everything else is known not to be one at once. */
const beginnings = new Set(':;=<>xXD(oO0tT-^')

/** A face such as `:-)`, read without its nose and with one mouth, lower case: `:)`. Not inside of a word. */
export function takeEmoticon(text: string, at: number): Taken | undefined {
  if (!beginnings.has(text[at]!) || (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!) && /\w/.test(text[at]!)))
    return undefined
  faces.lastIndex = at
  const found = faces.exec(text)?.[0]
  if (found === undefined) return undefined
  return { word: plainFace(found), end: at + found.length, flags: wordFlag.emoticon }
}

function plainFace(face: string): string {
  const noseless = face.length > 2 ? face.replace(/(?<=[:;=])[-^o](?=.)|^(\(+)-/u, '$1') : face
  return noseless
    .toLowerCase()
    .replace('’', "'")
    .replaceAll(/(.)\1+/g, '$1')
}
