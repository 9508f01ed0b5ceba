/** Texts of topics that other screens use too, and of the posts that topics found. */
export const topics = {
  'topics.one': 'Topic',
  'topics.new': 'New topic',
  'topics.purpose': 'Purpose',
  'topics.action': 'We then',
  'topics.trial.source': 'At the source',
  'posts.title': 'Posts',
  'posts.ofTopic': 'Matches of {name}',
  'posts.ofChannel': 'Posts of {name}',
  'posts.copies': 'Posts that say the same',
  'posts.withWords': 'Posts with “{words}”',
  'posts.alike': '{count} that say the same',
  'posts.none.title': 'No post fits.',
  'posts.none.text': 'Nothing that was heard fits all of this.',
  'posts.empty.title': 'Nothing heard yet.',
  'posts.empty.text': 'New posts show up here as they come.',
  'posts.conversation': 'Open the conversation',
}
