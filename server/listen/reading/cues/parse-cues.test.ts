import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutPost } from '../cut-post.ts'
import { indexCues } from './index-cues.ts'
import { CueFileError, parseCues } from './parse-cues.ts'

const parse = (text: string) =>
  parseCues(text, {
    name: 'en/intent.cues',
    reader: 'intent',
    labels: ['complaint', 'praise'],
    named: new Map(),
    cut: (written) => cutPost({ text: written }).words,
  })

/** Whether a pattern finds a text. */
function finds(pattern: string, text: string): boolean {
  return indexCues(parse(`complaint 2 | ${pattern} | a | b`)).find(cutPost({ text })).length > 0
}

describe('a pattern', () => {
  test.each([
    ['never arrived', 'it NEVER  arrived', true],
    ['never arrived', 'it never really arrived', false],
    ['never (arrived / turned up)', 'it never turned up', true],
    ['never [really / quite] arrived', 'it never quite arrived', true],
    ['never ..2 arrived', 'it never ever quite arrived', true],
    ['never ..2 arrived', 'it never ever quite really arrived', false],
    ['crash*', 'it crashed twice', true],
    ['*fehler', 'ein Anmeldefehler', true],
    ['crash*', 'a car-cras', false],
    ["won't open", 'it wont open', true],
    ["won't open", 'it won’t open', true],
    ['so slow', 'it is soooo slowww', true],
    ['^ where', 'Where is it', true],
    ['^ where', 'no idea where', false],
    ['^ where', 'No idea. Where is it', true],
    ['thanks $', 'ok thanks 🙂!', true],
    ['thanks $', 'thanks for nothing', false],
    ['^^ thanks $$', 'Thanks!', true],
    ['^^ thanks $$', 'Fixed. Thanks!', false],
    ['very late', 'very. Late', false],
    ['very late', 'very, late', true],
    ['-(not) late', 'it is not that late', false],
    ['-(not) late', 'not again. It is late', true],
    ['late -(fee)', 'a late library fee', false],
    ['late --(no problem)', 'late, but no problem at all', false],
    ['<link>', 'see https://shop.example/a', true],
    ['<number> days', 'after 14 days', true],
    ['<person> why', '@acme why', true],
    ['really ?', 'really?!', true],
    ['":("', 'broken :(', true],
  ])('“%s” on “%s”: %s', (pattern, text, isFound) => {
    expect(finds(pattern, text)).toBe(isFound)
  })

  test('uses words by name, also those of the same file', () => {
    const cues = parse('@thing = app / web site\n\n# a remark\npraise -2 | @thing rocks | app rocks | sea rocks')
    expect(cues).toMatchObject([{ label: 'praise', points: -2, place: 'en/intent.cues:4' }])
    expect(indexCues(cues).find(cutPost({ text: 'your web site rocks' }))).toHaveLength(1)
  })
})

describe('a mistake is named with file and line', () => {
  test.each([
    ['complaint 3 | late', 'A cue is written'],
    ['complaint 3 | late | | b', 'A cue is written'],
    ['anger 3 | late | a | b', 'does not begin with a label'],
    ['complaint much | late | a | b', 'no number of points'],
    ['complaint 9 | late | a | b', 'no number of points'],
    ['complaint 3 | (late | a | b', 'A bracket is not closed'],
    ['complaint 3 | late) | a | b', 'closes nothing'],
    ['complaint 3 | (late / ) | a | b', 'nothing between'],
    ['complaint 3 | late / early | a | b', 'outside brackets'],
    ['complaint 3 | @things | a | b', 'no words called “@things”'],
    ['complaint 3 | [late] | a | b', 'hit everywhere'],
    ['complaint 3 | .. late | a | b', 'not with a gap'],
    ['complaint 3 | a ..20 b ..20 c | a | b', '30 is the most'],
    ['complaint 3 | -(not) late -(fee) early | a | b', 'guards close a pattern'],
    ['complaint 3 | . | a | b', 'holds no word'],
    ['@thing', 'Named words are written'],
    ['@thing = a\n@thing = b', 'is there already'],
  ])('%s', (text, sentence) => {
    expect(() => parse(text)).toThrow(CueFileError)
    expect(() => parse(text)).toThrow(/^en\/intent\.cues:[12]: /)
    expect(() => parse(text)).toThrow(sentence)
  })

  test('whatever is written: cues or a sentence, never anything else', () => {
    const token = fc.constantFrom('(', ')', '[', ']', '/', '..', '^', '$$', '-(', '--(', 'a', 'b*', '"', '@x', '|', '?')
    fc.assert(
      fc.property(fc.array(token, { maxLength: 25 }), (tokens) => {
        try {
          expect(parse(`praise 1 | ${tokens.join(' ')} | a | b`).length).toBeLessThanOrEqual(1)
        } catch (error) {
          expect(error).toBeInstanceOf(CueFileError)
        }
      }),
    )
  })
})
