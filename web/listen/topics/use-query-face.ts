import { useState } from 'react'

export type QueryFace = 'blocks' | 'text'

const key = 'earshot.query-face'

/** Whether somebody likes to see queries as blocks or as text; this browser remembers it. */
export function useQueryFace(): [QueryFace, (next: QueryFace) => void] {
  const [face, setFace] = useState<QueryFace>(() => (localStorage.getItem(key) === 'blocks' ? 'blocks' : 'text'))
  return [
    face,
    (next) => {
      localStorage.setItem(key, next)
      setFace(next)
    },
  ]
}
