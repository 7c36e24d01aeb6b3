import { useEffect, useState } from 'react'
import { sessionPaths } from '#protocol/session-paths.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Notice } from '#ui/notice.tsx'
import { askAt } from '../../api/ask.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { textIn } from './read-letter.ts'
import { letterStrings } from './strings.ts'

/** What stands before the secret of a link to the screen in the hall. */
export const hallMark = 'hall.'

/** Shows the screen of a session on a computer that is nobody's. */
export const HallEntry = ({ secret }: { readonly secret: string }) => {
  const strings = useStrings(letterStrings)
  const problem = useProblem()
  const [refused, setRefused] = useState<string>()
  useEffect(() => {
    const enter = async () => {
      const answer = await askAt(sessionPaths.openHall, { body: { secret } })
      if (!answer.ok) return setRefused(answer.code === 'unknown-code' ? strings.hallGone : problem(answer))
      const [workspace, session] = [textIn(answer.value, 'workspace'), textIn(answer.value, 'session')]
      // In the place of the link, whose secret should not stay in the history of somebody else's computer.
      return location.replace(`/w/${workspace}/session/${session}/screen`)
    }
    void enter()
    // The secret comes once, with the page; words in another language are no reason to knock again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [secret])
  return (
    <>
      <h1 className="text-2xl font-[420]">{strings.hallTitle}</h1>
      {refused === undefined ? (
        <p role="status" className="mt-4">
          {strings.hallOpens}
        </p>
      ) : (
        <Notice tone="bad" role="alert" className="mt-4">
          {refused}
        </Notice>
      )}
    </>
  )
}
