import { cell } from '../live/cell.ts'

/** Whether the server serves another app than the one running here. */
export const newVersion = cell(false)

const everyMinutes = 10

/** Looks from time to time whether the page names the script that runs here; called once at the start. */
export function watchVersion(readPage: () => Promise<string>, script: string): void {
  const look = async (): Promise<void> => {
    const page = await readPage().catch(() => '')
    if (page.includes('type="module"') && !page.includes(script)) newVersion.set(true)
  }
  setInterval(() => void look(), everyMinutes * 60_000)
}
