import { languagesOfScripts } from '../../server/listen/reading/language/language-of-script.ts'
import { loadLanguageTable } from '../../server/listen/reading/language/language-table.ts'
import { largeLanguages } from './score-language.ts'

/** The part of the model card that is about language, in Markdown, from what the committed weights say of themselves. */
export function describeLanguage(): string {
  const { version, languages, scores, entries } = loadLanguageTable()
  if (!scores) throw new Error('The weights of languages hold no scores. Train them: npm run train -- language')
  const byScript = languagesOfScripts().filter((language) => !languages.includes(language))
  const { all, large } = scores
  const weakest = Object.entries(scores.languages).filter(([, right]) => right < 95)
  return `## Language (\`language@${version}\`)

Says the language of a post as two letters (ISO 639-1), \`unknown\` below its line of 0.4, then what the source states.
${languages.length} languages are told apart by a table of ${entries.length.toLocaleString('en')} weights over runs of one
to five letters and whole words: ${list(languages)}. ${byScript.length} more are known by their script alone: ${list(byScript)}.
Both written forms of Norwegian are told as \`no\`. Hindi in Latin letters is not known.

Validation texts, none trained on, not knowing counted as wrong; large languages are ${list([...largeLanguages])}:

| | tweets | sentences | two words | one word |
|---|---:|---:|---:|---:|
| large languages, % right | ${large.tweet} | ${large.sentence} | ${large.pair} | ${large.word} |
| all languages, % right | ${all.tweet} | ${all.sentence} | ${all.pair} | ${all.word} |

Calibration error ${scores.calibrationError}, on the texts that the confidence was fitted on. The tweets are of seven languages (ar, de, en, es, fr, it, pt), whose train part
the table has seen; a table trained without tweets had 97.2 on them (without the Arabic ones). Sentences and tweets by
language, where fewer than 95 % are right: ${weakest.map(([language, right]) => `${language} ${right}`).join(', ') || 'none'}.

Trained on lid-lingua (texts of lingua's repository, Apache-2.0; sentences from news and web corpora), xlmt-sentiment
(repository Apache-2.0, limits of its single sets and of Twitter), and 1,500 English texts each of goemotions (Apache-2.0),
tweeteval-sentiment and tweeteval-offensive (no licence of their own; SemEval research, limits of Twitter).

Known failures: Bosnian and Croatian, Malay and Indonesian, Danish and Norwegian in short texts; one or two words that
several languages share; posts in two languages get the one with more letters; names of people and places; interjections.
Train again: \`npm run train -- language --version ${version}\`.
`
}

function list(languages: readonly string[]): string {
  return languages.toSorted().join(', ')
}
