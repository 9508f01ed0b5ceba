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
  'posts.empty.title': 'Noch nichts gehört.',
  'posts.empty.text': 'Neue Beiträge erscheinen hier von selbst.',
  'posts.conversation': 'Gespräch öffnen',
}
