import type { topics as english } from '../en/topics.ts'

export const topics: Record<keyof typeof english, string> = {
  'topics.one': 'Thema',
  'topics.new': 'Neues Thema',
  'topics.purpose': 'Zweck',
  'topics.action': 'Dann tun wir',
  'topics.trial.source': 'An der Quelle',
  'posts.title': 'Beiträge',
  'posts.ofTopic': 'Treffer von {name}',
  'posts.ofChannel': 'Beiträge von {name}',
  'posts.copies': 'Beiträge, die dasselbe sagen',
  'posts.withWords': 'Beiträge mit „{words}“',
  'posts.alike': '{count}, die dasselbe sagen',
  'posts.none.title': 'Kein Beitrag passt.',
  'posts.none.text': 'Nichts, was gehört wurde, passt zu alldem.',
  'posts.empty.title': 'Noch nichts gehört.',
  'posts.empty.text': 'Neue Beiträge erscheinen hier von selbst.',
  'posts.conversation': 'Gespräch öffnen',
}
