import type { QueryDiagnostic } from '../../../contract/query.ts'
import { checkQueryHere, noNames } from './topic-names.ts'

/** Everything that is wrong with the words of a rule. They stand alone: `topic:` and `list:` lead nowhere there. */
export function checkRuleWords(channelKinds: readonly string[]): (words: string) => QueryDiagnostic[] {
  return (words) => checkQueryHere(words, { names: noNames, channelKinds }).diagnostics
}
