import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import type { Entered } from '../api/entering.ts'
import { Arrived } from '../features/joining/arrived.tsx'
import { LeadForm } from '../features/joining/lead-form.tsx'
import { leadStrings } from '../features/joining/lead-strings.ts'
import { useTitle } from '../shell/navigation.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { rememberWorkspace } from '../shell/recent.ts'

/** Where a facilitator link leads: its secret stands behind the #, so that it is never sent along with the address. */
export const LeadPage = () => {
  const [secret] = useState(() => location.hash.slice(1))
  const [entered, setEntered] = useState<Entered>()
  useTitle(useStrings(leadStrings).leadTitle)
  const onEntered = (now: Entered) => {
    // It has done its work; who looks over a shoulder should not read it.
    history.replaceState(null, '', location.pathname)
    rememberWorkspace({ workspace: now.workspace, title: now.title })
    setEntered(now)
  }
  return (
    <PlainPage>
      <div className="mx-auto flex w-full max-w-[34rem] flex-col px-4.5 py-8">
        {entered ? <Arrived entered={entered} how="leads" /> : <LeadForm secret={secret} onEntered={onEntered} />}
      </div>
    </PlainPage>
  )
}
