import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { TopicView } from '../../../contract/topics.ts'
import { useText } from '../../live/text.ts'
import { Chip } from '../../ui/chip.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Time } from '../../ui/time.tsx'
import type { Place } from '../../readings/reading-chips-props.ts'
import { PostReadings } from './post-readings.tsx'
import type { PostView } from './posts-request.ts'

interface PostRowProps {
  post: PostView
  topics: readonly Pick<TopicView, 'id' | 'name'>[]
  chosenTopic: string | undefined
}

/** One post as it was heard, with the words that matched and the way to its conversation. */
export function PostRow({ post, topics, chosenTopic }: PostRowProps) {
  const t = useText()
  const shown = post.matches.filter((match) => chosenTopic === undefined || match.topicId === chosenTopic)
  const [evidence, setEvidence] = useState<readonly Place[]>()
  const marks: readonly Place[] = evidence ?? shown.flatMap((match) => match.hits)
  const names = post.matches.flatMap((match) => topics.find((topic) => topic.id === match.topicId)?.name ?? [])
  return (
    <li className="flex flex-col gap-1 border-b border-line py-3">
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-ink-3">
        <span className="text-sm font-semibold text-ink">{post.author.name || post.author.handle}</span>
        <span>{post.channel.name}</span>
        <Time at={post.at} />
      </p>
      {post.title !== null && (
        <p className="text-md font-semibold" dir="auto">
          <MarkedText text={post.title} places={marks.filter((mark) => mark.part === 'title')} />
        </p>
      )}
      <p className="line-clamp-6 max-w-[68ch] text-md whitespace-pre-line" dir="auto" lang={post.language ?? undefined}>
        <MarkedText text={post.text} places={marks.filter(({ part = 'text' }) => part === 'text')} />
      </p>
      {post.reading && <PostReadings post={post} readings={post.reading} onShow={setEvidence} />}
      <p className="flex flex-wrap items-center gap-2 text-xs">
        {names.map((name) => (
          <Chip key={name}>{name}</Chip>
        ))}
        {post.copies && (
          <Link to="/posts" search={{ copies: post.copies.id }} className="text-accent-text underline">
            {t('posts.alike', { count: post.copies.count })}
          </Link>
        )}
        {post.conversationId !== null && (
          <Link
            to="/inbox/$view"
            params={{ view: 'all' }}
            search={{ open: post.conversationId }}
            className="text-accent-text underline"
          >
            {t('posts.conversation')}
          </Link>
        )}
        {post.url !== null && (
          <a href={post.url} target="_blank" rel="noreferrer noopener" className="text-accent-text underline">
            {t('topics.trial.source')}
          </a>
        )}
      </p>
    </li>
  )
}
