import { useCallback } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import type { Refusal } from '../api/ask.ts'
import { problemStrings } from './problem-words.ts'

/** Puts a refusal into words, with how long to wait when the server said so. */
export const useProblem = () => {
  const strings = useStrings(problemStrings)
  return useCallback(
    ({ code, retryAfter }: Pick<Refusal, 'code' | 'retryAfter'>): string => {
      const words = strings.codes[code]
      if (retryAfter === undefined) return words
      const wait =
        retryAfter < 90 ? strings.waitSeconds(Math.ceil(retryAfter)) : strings.waitMinutes(Math.ceil(retryAfter / 60))
      return `${words} ${wait}`
    },
    [strings],
  )
}
