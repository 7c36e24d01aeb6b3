import { useEffect, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Horizon } from './plain-page.tsx'
import { shellStrings } from './strings.ts'

const wordsAfterMs = 400
const slowAfterMs = 5000

/** The sky and land while something is on its way; words come when it takes long enough to read them. */
export const LoadingPage = () => (
  <div className="grid min-h-dvh grid-rows-[4rem_auto_1fr]">
    <div className="sky-gradient" />
    <Horizon />
    <div className="grid bg-field">
      <LoadingWords />
    </div>
  </div>
)

/** That something is being opened, and after a while that it takes long. */
export const LoadingWords = () => {
  const strings = useStrings(shellStrings)
  const [words, setWords] = useState<'loading' | 'slow'>()
  useEffect(() => {
    const timers = [
      setTimeout(() => setWords('loading'), wordsAfterMs),
      setTimeout(() => setWords('slow'), slowAfterMs),
    ]
    return () => {
      for (const timer of timers) clearTimeout(timer)
    }
  }, [])
  return (
    <p role="status" className="m-auto px-4.5 py-10 text-ink-2">
      {words ? strings[words] : ''}
    </p>
  )
}
