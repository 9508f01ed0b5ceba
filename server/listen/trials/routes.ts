import {
  differencePage,
  differenceQuestion,
  exclusionQuestion,
  exclusionReply,
  trialQuestion,
  trialReply,
  wordQuestion,
  wordReply,
} from '../../../contract/topic-trials.ts'
import type { Route } from '../../access/route.ts'
import { route } from '../../access/route.ts'
import { findStandingWords } from './find-standing-words.ts'
import { listDifferences } from './list-differences.ts'
import { proposeExclusions } from './propose-exclusions.ts'
import type { TrialParts } from './try-query.ts'
import { tryQuery } from './try-query.ts'

/** Trying a query on what is stored, before it is kept. */
export function trialRoutes(parts: TrialParts): Route[] {
  return [
    route({
      method: 'POST',
      path: '/topic-trials',
      right: 'topic.change',
      asksOnly: true,
      summary: 'Tries a query on the posts of the last 30 days, on a sample or exactly; keeps nothing',
      body: trialQuestion,
      answer: trialReply,
      act: ({ tx, who, body, signal }) => tryQuery(tx, who, { ...parts, body, signal, now: new Date() }),
    }),
    route({
      method: 'POST',
      path: '/topic-trials/differences',
      right: 'topic.change',
      asksOnly: true,
      summary: 'The posts that a query finds and the version in use does not, or the other way round',
      body: differenceQuestion,
      answer: differencePage,
      act: ({ tx, who, body, signal }) => listDifferences(tx, who, { ...parts, body, signal, now: new Date() }),
    }),
    route({
      method: 'POST',
      path: '/topic-exclusions',
      right: 'topic.change',
      asksOnly: true,
      summary: 'Not this: how a post that a query finds could be left out, and what else would go',
      body: exclusionQuestion,
      answer: exclusionReply,
      act: ({ tx, who, body, signal }) => proposeExclusions(tx, who, { ...parts, body, signal, now: new Date() }),
    }),
    route({
      method: 'POST',
      path: '/topic-words',
      right: 'topic.change',
      asksOnly: true,
      summary: 'Words that stand out in what a query finds, to narrow or to widen it by',
      body: wordQuestion,
      answer: wordReply,
      act: ({ tx, who, body, signal }) => findStandingWords(tx, who, { ...parts, body, signal, now: new Date() }),
    }),
  ]
}
