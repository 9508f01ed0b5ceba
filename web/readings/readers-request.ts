import type { ReaderList } from '../../contract/readings.ts'
import { request } from '../live/request.ts'

/** The readers with their lines, and whether a refiner may be asked. */
export const readersRequest = request<ReaderList>({
  path: '/readers',
  changedBy: ['reading.line_moved', 'reading.refiner_changed'],
})
