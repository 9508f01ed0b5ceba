import type { Hit, MatchablePost } from '../../model/match.ts'
import type { Query } from '../../model/query.ts'
import { collectHits } from './evaluate-query.ts'
import { countLeaves, learn, learnAtOnce, makeLearning } from './lesson.ts'
import type { Learning } from './lesson.ts'
import { dropQuery, keepQuery, makeQueryStore, programOf } from './query-store.ts'
import type { QueryStore } from './query-store.ts'
import { readBack } from './read-back.ts'
import type { NumberList } from './number-list.ts'
import { openStore, packStore } from './pack-index.ts'
import { makeTrial, tryQueries } from './try-queries.ts'
import type { PostView } from './view-post.ts'

/** What an index says of a post: the keys of topics. */
export interface Tried {
  matched: readonly string[]
  /** Those whose answer depends on the language, while it has not been told. */
  undecided: readonly string[]
}

/** All queries, found by a leaf that must occur: a post tries only those of which one does. */
export interface TopicIndex {
  /** Adds a topic's query or puts it in place of the one before. `list:` and `topic:` must be resolved. */
  set(topicKey: string, query: Query): void
  remove(topicKey: string): void
  readonly size: number
  /** The topics whose queries match a post. `language`: '' when it could not be told, left out while not asked for. */
  tryPost(post: MatchablePost, language?: string): Tried
  /** The words that make a topic's query match a post, in order. Only for one that does. */
  hitsOf(topicKey: string, view: PostView, language?: string): Hit[]
  /** A topic's query as the index holds it. */
  queryOf(topicKey: string): Query | undefined
  /**
   * The whole index as one buffer, for a file or for other threads; `openPacked` opens it. Takes its time: what the stream
   * has shown so far is made use of first, since an opened index learns nothing more.
   */
  pack(): SharedArrayBuffer
}

/** Makes an empty index. Adding, changing and removing a topic touch only that topic. */
export function makeTopicIndex(): TopicIndex {
  return openIndex(makeQueryStore(), makeLearning())
}

/**
 * Opens a packed index for matching; it cannot be changed. The buffer is looked at in place, so that many threads share it.
 * Throws `PackedIndexError` for bytes that are none, damaged, or of another version.
 */
export function openPacked(packed: ArrayBufferLike | Uint8Array): TopicIndex {
  return openIndex(openStore(packed instanceof Uint8Array ? packed : new Uint8Array(packed)), undefined)
}

/** An index over queries that are stored already. One that learns nothing is for reading alone. */
function openIndex(store: QueryStore, learning: Learning | undefined): TopicIndex {
  const trial = makeTrial(store)
  const queryOf = rememberQueries(store)
  return {
    set(topicKey, query) {
      const { counted } = changeable(learning)
      dropQuery(store, topicKey)
      queryOf.forget(topicKey)
      keepQuery(store, { key: topicKey, query }, counted)
    },
    remove(topicKey) {
      changeable(learning)
      queryOf.forget(topicKey)
      dropQuery(store, topicKey)
    },
    get size() {
      return store.numbers.size
    },
    tryPost(post, language) {
      if (learning) learn(learning, store)
      tryQueries(trial, post, language)
      if (learning) countLeaves(learning, store, trial.scan.found)
      return { matched: keysOf(store, trial.matched), undecided: keysOf(store, trial.undecided) }
    },
    hitsOf(topicKey, view, language = '') {
      const query = queryOf.read(topicKey)
      return query ? collectHits(query, { view, limit: view.words.length, language }) : []
    },
    queryOf: (topicKey) => queryOf.read(topicKey),
    pack() {
      if (learning) learnAtOnce(learning, store)
      return packStore(store)
    },
  }
}

function changeable(learning: Learning | undefined): Learning {
  if (learning) return learning
  throw new Error('A packed index is for reading. Change the index that it was packed from, and pack that again.')
}

const none: readonly string[] = []

function keysOf({ keys }: QueryStore, { items, count }: NumberList): readonly string[] {
  if (count === 0) return none
  const found: string[] = []
  for (let index = 0; index < count; index++) found.push(keys[items[index]!]!)
  return found
}

const mostRemembered = 500

/** Reads queries back from their programs; those asked for last stay as they are. */
function rememberQueries(store: QueryStore) {
  const remembered = new Map<string, Query>()
  return {
    forget: (topicKey: string) => remembered.delete(topicKey),
    read(topicKey: string): Query | undefined {
      const known = remembered.get(topicKey)
      if (known) return known
      const number = store.numbers.get(topicKey)
      if (number === undefined) return undefined
      const query = readBack(...programOf(store, number), store.vocabulary)
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(topicKey, query)
      return query
    },
  }
}
