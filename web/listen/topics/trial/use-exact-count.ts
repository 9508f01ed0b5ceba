import { useEffect, useRef, useState } from 'react'
import { type Progress, type TrialQuestion, countAll } from './count-all.ts'
import type { TrialResult } from './trial-types.ts'

/** Counts over everything that is stored, about a second at a time, for as long as the question stays the same. */
export function useExactCount(
  question: TrialQuestion | undefined,
  onCounted: (result: TrialResult) => void,
): Progress | undefined {
  const [progress, setProgress] = useState<Progress | undefined>()
  const counted = useRef(onCounted)
  useEffect(() => {
    counted.current = onCounted
  })
  const asked = question && JSON.stringify(question)
  useEffect(() => {
    if (asked === undefined) return undefined
    const stop = new AbortController()
    const parsed: TrialQuestion = JSON.parse(asked)
    countAll(parsed, stop.signal, setProgress)
      .then((result) => result && !stop.signal.aborted && counted.current(result))
      .catch(() => undefined)
      .finally(() => setProgress(undefined))
    return () => stop.abort()
  }, [asked])
  return progress
}
