import { useEffect, useState } from 'react'
import type { SharedDocument } from '#crdt/document.ts'
import type { ContentOf, Shape } from '#crdt/shape.ts'

const restMs = 300
const longestMs = 1500

/**
 * The content as it stood at the last pause in the writing. For what may lag a moment behind a letter, such as the
 * questions that a content raises, so that a letter does not have to wait for it.
 */
export const useRestingContent = <S extends Shape>(document: SharedDocument<S>): ContentOf<S> => {
  const [content, setContent] = useState(document.content)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let since = 0
    const settle = () => {
      timer = undefined
      setContent(document.content())
    }
    const ask = () => {
      if (timer === undefined) since = performance.now()
      clearTimeout(timer)
      timer = setTimeout(settle, Math.max(0, Math.min(restMs, since + longestMs - performance.now())))
    }
    // Something may have been written between the first drawing and now.
    ask()
    const stop = document.subscribe(ask)
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [document])
  return content
}
