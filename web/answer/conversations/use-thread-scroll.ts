import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

const nearEnd = 48

/** Opens at the end and stays there while the reader is there; elsewhere counts what came below. */
export function useThreadScroll(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
): { below: number; toEnd: () => void } {
  /** How many messages there were when the reader left the end; null while they are there. */
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const known = useRef(0)
  const toEnd = (): void => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const isAtEnd = (): boolean => element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    let wasAtEnd = true
    const onScroll = (): void => {
      wasAtEnd = isAtEnd()
      setLeftAt((before) => (wasAtEnd ? null : (before ?? known.current)))
    }
    // The composer growing must not hide the last message from somebody who reads it; with more room the end is in sight.
    const resized = new ResizeObserver(() => {
      if (wasAtEnd) element.scrollTo({ top: element.scrollHeight })
      else onScroll()
    })
    element.addEventListener('scroll', onScroll, { passive: true })
    resized.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      resized.disconnect()
    }
  }, [scroller])
  useLayoutEffect(() => {
    const element = scroller.current
    const isFirst = known.current === 0
    known.current = count
    if (element && (isFirst || leftAt === null)) element.scrollTo({ top: element.scrollHeight })
  }, [count, leftAt, scroller])
  return { below: leftAt === null ? 0 : Math.max(0, count - leftAt), toEnd }
}
