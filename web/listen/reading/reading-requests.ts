import type { AccuracyView, HistogramView, ReaderShares, ReaderView, SampleView } from '../../../contract/readings.ts'
import { request } from '../../live/request.ts'

export const readersRequest = request<{ items: ReaderView[] }>({ path: '/readers', changedBy: ['reading.line_moved'] })

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
