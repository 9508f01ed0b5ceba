import type { Evidence } from '../../../model/reading.ts'
import { unknownLabel } from '../../../model/reading.ts'
import type { PostView } from '../../matching/view-post.ts'
import type { Reader } from '../reader.ts'
import { viewOf } from '../view-of-cut.ts'
import { emojiWeightOf, lexicons } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'

/**
 * How somebody feels about what they write of, by the words they use: `positive`, `negative`, `neutral`. Knows English and,
 * on a small scale, German, French and Spanish. In other languages only emoji count; without any it is `unknown`.
 */
export const sentiment: Reader = {
  name: 'sentiment',
  version: '1',
  read(cut, soFar) {
    const view = viewOf(cut)
    const lexicon = lexicons[soFar['language']?.label ?? '']
    const found = lexicon ? weighWords(view, lexicon) : weighEmoji(view)
    found.push(...weighEmoticons(view))
    if (!lexicon && found.length === 0) return { label: unknownLabel, confidence: 0, evidence: [] }
    return decide(found, view)
  },
}

interface Weighed {
  weight: number
  evidence: Evidence
}

const neutralLine = 0.24

function decide(
  found: readonly Weighed[],
  view: PostView,
): { label: string; confidence: number; evidence: Evidence[] } {
  const sum = found.reduce((total, { weight }) => total + weight, 0)
  const loudness = view.texts.text.includes('!') ? 1.15 : 1
  const score = (sum * loudness) / Math.sqrt(sum * sum + 14)
  const label = score > neutralLine ? 'positive' : score < -neutralLine ? 'negative' : 'neutral'
  if (label === 'neutral') {
    const confidence = found.length === 0 ? 0.6 : 0.5
    return { label, confidence, evidence: found.map(({ evidence }) => evidence) }
  }
  const sign = label === 'positive' ? 1 : -1
  const carried = found.filter(({ weight }) => weight * sign > 0).map(({ evidence }) => evidence)
  return {
    label,
    confidence: Math.round((0.5 + Math.min(0.45, Math.abs(score) * 0.45)) * 100) / 100,
    evidence: carried,
  }
}

function weighWords(view: PostView, lexicon: Lexicon): Weighed[] {
  const found: Weighed[] = []
  let contrastAt = -1
  for (const [place, word] of view.words.entries()) {
    if (lexicon.contrasts.has(word)) contrastAt = place
    const weight = lexicon.weightOf(word) ?? emojiWeightOf(word)
    if (weight === undefined || lexicon.negators.has(word)) continue
    found.push({ weight: weight * modifierAt(view, place, lexicon), evidence: evidenceAt(view, place) })
  }
  return contrastAt < 0 ? found : shiftByContrast(found, view, contrastAt)
}

const reach = 3

/** What stands before a word turns it around, or makes it louder or softer. */
function modifierAt(view: PostView, place: number, lexicon: Lexicon): number {
  let modifier = 1
  for (let before = place - 1; before >= Math.max(0, place - reach); before--) {
    if (view.parts[before] !== view.parts[place] || endsSentence(view, before, place)) break
    const word = view.words[before]!
    if (lexicon.negators.has(word)) modifier *= -0.7
    else if (lexicon.intensifiers.has(word)) modifier *= 1.35
    else if (lexicon.softeners.has(word)) modifier *= 0.7
  }
  return modifier
}

function endsSentence(view: PostView, before: number, place: number): boolean {
  const part = view.parts[place]!
  return /[.!?;,\n]/.test(view.texts[part].slice(view.ends[before], view.starts[before + 1]))
}

/** What comes after “but” is what is meant. */
function shiftByContrast(found: readonly Weighed[], view: PostView, contrastAt: number): Weighed[] {
  const part = view.parts[contrastAt]!
  const at = view.starts[contrastAt]!
  return found.map(({ weight, evidence }) => {
    if ((evidence.part ?? 'text') !== part) return { weight, evidence }
    return { weight: weight * (evidence.start < at ? 0.6 : 1.4), evidence }
  })
}

function weighEmoji(view: PostView): Weighed[] {
  return view.words.flatMap((word, place) => {
    const weight = emojiWeightOf(word)
    return weight === undefined ? [] : [{ weight, evidence: evidenceAt(view, place) }]
  })
}

const emoticon = /(?<![\p{L}\p{N}])(?:([:;=]-?[)D\]]|<3|\(:)|([:=]['’]?-?[(/[]|D:|>:\())(?![\p{L}\p{N}])/gu

function weighEmoticons(view: PostView): Weighed[] {
  const text = view.texts.text
  return Array.from(text.matchAll(emoticon), (match) => ({
    weight: match[1] === undefined ? -2 : 2,
    evidence: { start: match.index, end: match.index + match[0].length },
  }))
}

function evidenceAt(view: PostView, place: number): Evidence {
  const part = view.parts[place]!
  const range = { start: view.starts[place]!, end: view.ends[place]! }
  return part === 'text' ? range : { ...range, part }
}
