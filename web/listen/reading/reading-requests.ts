import type {
  AccuracyView,
  CardView,
  FitsView,
  HistogramView,
  ReaderShares,
  SampleView,
} from '../../../contract/readings.ts'
import type { ProposalView } from '../../../contract/refiner.ts'
import { request } from '../../live/request.ts'

export const sharesRequest = request<ReaderShares>({ path: '/reader-shares', changedBy: ['reading.'] })

interface OfReader {
  reader: string
}

/** How often a reader is right, by what people said. */
export const accuracyRequest = request<AccuracyView, OfReader>({
  path: ({ reader }) => `/reader-accuracy?reader=${reader}`,
  changedBy: ['reading.'],
})

/** How sure the readings of the last 30 days were. */
export const histogramRequest = request<HistogramView, OfReader>({
  path: ({ reader }) => `/reader-histogram?reader=${reader}`,
  changedBy: [],
})

/** Posts drawn by chance. It stays as it was drawn, whatever happens meanwhile. */
export const sampleRequest = request<SampleView, OfReader & { seed: number }>({
  path: ({ reader, seed }) => `/reader-sample?reader=${reader}&seed=${seed}`,
  changedBy: [],
})

/** What the answers of the workspace taught a reader. */
export const fitsRequest = request<FitsView, OfReader>({
  path: ({ reader }) => `/reader-fits?reader=${reader}`,
  changedBy: ['reading.fit_', 'reading.corrected'],
})

/** What a refiner proposes and nobody has decided on. */
export const proposalsRequest = request<{ items: ProposalView[] }>({
  path: '/refiner-proposals?limit=50',
  changedBy: ['reading.proposed', 'reading.corrected'],
})

/** How a reader reads. */
export const cardRequest = request<CardView, OfReader>({
  path: ({ reader }) => `/reader-card?reader=${reader}`,
  changedBy: [],
})
