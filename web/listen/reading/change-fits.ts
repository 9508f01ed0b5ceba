import type { FitsView } from '../../../contract/readings.ts'
import { type Method, call } from '../../live/client.ts'
import { keepAnswer, sentenceOf } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { rememberUndo } from '../../live/undo.ts'
import { fitsRequest } from './reading-requests.ts'

/** Fits the reader to what people said; nothing changes until the fit is switched on. */
export async function makeFit({ reader }: FitsView): Promise<void> {
  if (await change('POST', { reader })) showToast(t('fits.made'))
}

/** Switches a fit on, or all off with null, for what comes from now on. `Z` switches back. */
export async function switchFit({ reader, items }: FitsView, fitId: string | null): Promise<void> {
  const before = items.find((fit) => fit.isOn)?.id ?? null
  if (!(await change('PUT', { reader, fitId }))) return
  const number = items.find((fit) => fit.id === fitId)?.number ?? 0
  const said = fitId === null ? t('fits.switchedOff') : t('fits.switchedOn', { number })
  rememberUndo(said, () => void change('PUT', { reader, fitId: before }))
}

async function change(
  method: Method,
  body: { reader: FitsView['reader']; fitId?: string | null },
): Promise<FitsView | undefined> {
  try {
    const fits = await call<FitsView>(method, '/reader-fits', { body })
    keepAnswer(fitsRequest, { reader: fits.reader }, fits)
    return fits
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
    return undefined
  }
}
