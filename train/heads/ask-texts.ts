import { cutPost } from '../../server/listen/reading/cut-post.ts'
import type { Voices } from '../../server/listen/reading/heads/voices.ts'
import { askVoices } from '../../server/listen/reading/heads/voices.ts'
import type { Learned } from './fit-confidence.ts'
import type { Example } from './head-task.ts'

/** What the readers' own code says of labelled texts. */
export function askTexts(voices: Voices, name: string, examples: readonly Example[]): Learned {
  return {
    shares: examples.map(({ text }) => askVoices(voices, cutPost({ text }), name).shares),
    labels: examples.map(({ label }) => label),
  }
}
