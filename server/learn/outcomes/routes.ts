import { outcomesQuery, outcomesView } from '../../../contract/outcomes.ts'
import { type Route, route } from '../../access/route.ts'
import { readOutcomes } from './read-outcomes.ts'

/** What came of it all. */
export const outcomeRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/outcomes',
    right: 'outcome.read',
    summary: 'What came of the conversations opened in the last days, as far as you may see them.',
    query: outcomesQuery,
    answer: outcomesView,
    act: ({ tx, who, query }) => readOutcomes(tx, who, query.days),
  }),
]
