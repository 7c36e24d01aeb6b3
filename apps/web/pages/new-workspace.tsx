import { X } from 'lucide-react'
import { useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { Created } from '../api/entering.ts'
import { Made } from '../features/creating/made.tsx'
import { NewWorkspace } from '../features/creating/new-workspace.tsx'
import { creatingStrings } from '../features/creating/strings.ts'
import { useTitle } from '../shell/navigation.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { rememberWorkspace } from '../shell/recent.ts'
import '../shell/inside.css'

/** Making a workspace: four questions, then the links to it. */
export const NewWorkspacePage = () => {
  const strings = useStrings(creatingStrings)
  const [made, setMade] = useState<Created>()
  useTitle(made ? strings.made : strings.title)
  const onMade = (now: Created) => {
    rememberWorkspace({ workspace: now.workspace, title: now.title })
    setMade(now)
    globalThis.scrollTo(0, 0)
  }
  const stop = (
    <a href="/" className={buttonClass({ variant: 'quiet', size: 'dense' })}>
      <X size={18} aria-hidden /> {strings.stop}
    </a>
  )
  if (made) return <PlainPage>{<Made made={made} />}</PlainPage>
  return (
    <PlainPage end={stop}>
      <div className="grid min-h-full grid-rows-[auto_1fr]">
        <div className="flex flex-wrap items-baseline gap-x-5 border-b-[3px] border-ditch px-4.5 pt-4.5 pb-3.5 sm:px-7 xl:pl-16">
          <h1 className="text-2xl font-[420]">{strings.title}</h1>
          <p className="text-ink-3">{strings.intro}</p>
        </div>
        <NewWorkspace onMade={onMade} />
      </div>
    </PlainPage>
  )
}
