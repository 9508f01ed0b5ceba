import { cardView, fitsView, fitSwitch, ofReader } from '../../../contract/readings.ts'
import { type Route, route } from '../../access/route.ts'
import { readCard } from './cards/read-card.ts'
import { listFits } from './fits/list-fits.ts'
import { makeFit } from './fits/make-fit.ts'
import { switchFit } from './fits/switch-fit.ts'

/** What a workspace taught the readers: made from its answers, switched on by a person. */
export const fitRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/reader-card',
    right: 'reading.read',
    summary: 'How a reader reads: its version, and the model card.',
    query: ofReader,
    answer: cardView,
    act: ({ query }) => readCard(query.reader),
  }),
  route({
    method: 'GET',
    path: '/reader-fits',
    right: 'reading.read',
    summary: 'The fits of a reader, with before and after on answers that were held back.',
    query: ofReader,
    answer: fitsView,
    act: ({ tx, who, query }) => listFits(tx, who.workspaceId, query.reader),
  }),
  route({
    method: 'POST',
    path: '/reader-fits',
    right: 'reading.change',
    summary: 'Fit a reader to what people said; it stays switched off.',
    body: ofReader,
    answer: fitsView,
    status: 201,
    act: async ({ tx, who, body }) => {
      await makeFit(tx, who, body)
      return listFits(tx, who.workspaceId, body.reader)
    },
  }),
  route({
    method: 'PUT',
    path: '/reader-fits',
    right: 'reading.change',
    summary: 'Switch a fit of a reader on, or all of them off.',
    body: fitSwitch,
    answer: fitsView,
    act: async ({ tx, who, body }) => {
      await switchFit(tx, who, body)
      return listFits(tx, who.workspaceId, body.reader)
    },
  }),
]
