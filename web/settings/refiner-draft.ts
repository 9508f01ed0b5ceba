import type { RefinerView } from '../../contract/refiner.ts'

/** What is typed; numbers stay texts until they are saved. */
export interface RefinerDraft {
  on: boolean
  address: string
  model: string
  /** '' leaves the kept key as it is. */
  key: string
  percent: string
  most: string
  readers: readonly string[]
}

/** What is kept, as it is typed. */
export function draftOf({ on, address, model, share, mostPerDay, readers }: RefinerView): RefinerDraft {
  return {
    on,
    address,
    model,
    key: '',
    percent: String(Math.round(share * 1000) / 10),
    most: String(mostPerDay),
    readers,
  }
}

/** What is typed, as the server takes it. */
export function bodyOf({ on, address, model, key, percent, most, readers }: RefinerDraft) {
  const share = Number(percent) / 100
  return { on, address, model, share, mostPerDay: Number(most), readers, ...(key !== '' && { key }) }
}
