/*
 * `node train/challenge/agreement.ts` prints, per field, how far the two labellings agree (percent and Cohen's kappa), and
 * which of them the set holds where they differ. With `--list` also where they differ, by id, without texts.
 */
import { fields } from './challenge-post.ts'
import { agreementOf } from './cohens-kappa.ts'
import { compareLabels } from './compare-labels.ts'
import { readFirstLabels, readSecondLabels, readSet } from './read-challenge.ts'

const pairs = compareLabels(readFirstLabels(), readSecondLabels(), readSet())

console.log('field        texts   agreed    kappa   the set holds the first / the second / neither')
for (const field of fields) {
  const ofField = pairs.filter((pair) => pair.field === field)
  const { count, share, kappa } = agreementOf(ofField.map(({ first, second }) => [first, second]))
  const differing = ofField.filter(({ first, second }) => first !== second)
  const forFirst = differing.filter(({ first, ruled }) => ruled === first).length
  const forSecond = differing.filter(({ second, ruled }) => ruled === second).length
  const columns = [String(count).padStart(5), `${(100 * share).toFixed(1)} %`.padStart(7), kappa.toFixed(2).padStart(6)]
  const ruling = [forFirst, forSecond, differing.length - forFirst - forSecond].join(' / ')
  console.log(`${field.padEnd(12)} ${columns.join('   ')}   ${ruling}`)
}
if (process.argv.includes('--list')) {
  for (const { id, field, first, second, ruled } of pairs.filter((pair) => pair.first !== pair.second)) {
    console.log(`${id} ${field}: ${first}, then ${second}; the set holds ${ruled}`)
  }
}
