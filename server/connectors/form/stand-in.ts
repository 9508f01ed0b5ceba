import type { ConnectorScenario } from '../../../tests/connector-scenario.ts'
import { form } from './index.ts'
import type { FormSettings } from './settings.ts'

const ours = 'the page is our own; form-doors.test.ts tries it in the browser’s place'

/** There is no network behind a feedback page: it is our own, and an answer stands on it once we have it. */
export const scenario: ConnectorScenario<FormSettings> = {
  connector: form,
  start: () => {
    const settings = form.settings.parse({})
    return Promise.resolve({ settings, post: () => 'talk', setTrouble: () => {}, close: () => Promise.resolve() })
  },
  without: {
    'empty settings': 'everything has a sensible value from the start',
    'resume from a cursor': ours,
    'a page twice': ours,
    'an edit': ours,
    'a deletion': ours,
    'a revoked token': ours,
    '429 with Retry-After': ours,
    'a cut line': ours,
    'a slow line': ours,
    'a send repeated with the same key': ours,
    'a send whose outcome is unknown': ours,
  },
}
