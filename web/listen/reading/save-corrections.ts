import type { CorrectionView } from '../../../contract/readings.ts'
import { sentenceOf } from '../../live/request.ts'
import { t } from '../../live/text.ts'
import { showToast } from '../../live/toasts.ts'
import { csvOf } from './csv.ts'
import { type CorrectionSearch, askCorrections } from './use-corrections.ts'

const mostPages = 100

const columns = ['at', 'by', 'reader', 'was', 'confidence', 'version', 'now', 'sampled', 'copies', 'post', 'text']

/** Saves the list, as it is filtered, as a file for table programs. */
export async function saveCorrections(search: CorrectionSearch): Promise<void> {
  try {
    const rows = await askAll(search)
    const text = csvOf([columns, ...rows.map(rowOf)])
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
    link.download = `corrections${search.reader ? `-${search.reader}` : ''}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
    showToast(t('corrections.csvDone', { count: rows.length }))
  } catch (error) {
    showToast(sentenceOf(error, t('ui.notDone')), { tone: 'danger' })
  }
}

async function askAll(search: CorrectionSearch): Promise<CorrectionView[]> {
  const all: CorrectionView[] = []
  let after = ''
  for (let page = 0; page < mostPages; page++) {
    const { items, next } = await askCorrections(search, after)
    all.push(...items)
    if (next === null) break
    after = next
  }
  return all
}

function rowOf(one: CorrectionView): (string | number | null)[] {
  const { at, by, reader, was, confidence, version, label, sampled, copies, post } = one
  return [at, by.name, reader, was, confidence, version, label, sampled ? 'yes' : 'no', copies, post.id, post.text]
}
