import type { InWorkspace, Made, Row } from './column.ts'

/** A text that the topic's query must find, or must not: words of one's own, or a stored post. */
export interface TopicExampleTable extends Row {
  topicId: string
  text: string | null
  postId: string | null
  postedAt: Date | null
  mustMatch: boolean
  madeBy: string | null
  at: Made
}

/** Whether somebody said that a post was found rightly. */
export interface TopicMarkTable extends InWorkspace {
  topicId: string
  postId: string
  postedAt: Date
  isRight: boolean
  by: string | null
  at: Made
}
