import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Notice } from '#ui/notice.tsx'
import { HallEntry, hallMark } from '../features/reading/hall-entry.tsx'
import { LetterView } from '../features/reading/letter.tsx'
import { letterStrings } from '../features/reading/strings.ts'
import '../shell/inside.css'
import { useTitle } from '../shell/navigation.ts'
import { PlainPage } from '../shell/plain-page.tsx'

/** Where a link leads that only shows something, the letter or the screen in the hall: its secret stands behind the #, so that it is never sent along with the address. */
export const ReadingPage = () => {
  const [secret] = useState(() => location.hash.slice(1))
  const strings = useStrings(letterStrings)
  useTitle(secret.startsWith(hallMark) ? strings.hallTitle : strings.pageTitle)
  return (
    <PlainPage>
      <div className="mx-auto w-full max-w-[42rem] px-4.5 py-8">
        {secret.startsWith(hallMark) ? (
          <HallEntry secret={secret.slice(hallMark.length)} />
        ) : secret === '' ? (
          <>
            <h1 className="text-2xl font-[420]">{strings.pageTitle}</h1>
            <Notice tone="bad" role="alert" className="mt-4">
              {strings.noSecret}
            </Notice>
          </>
        ) : (
          <LetterView secret={secret} />
        )}
      </div>
    </PlainPage>
  )
}
