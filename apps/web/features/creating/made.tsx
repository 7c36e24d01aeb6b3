import { ArrowRight } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { Created } from '../../api/entering.ts'
import { formatCode } from '../../shell/codes.ts'
import { CopyLine } from '../../shell/copy-line.tsx'
import { creatingStrings } from './strings.ts'

/** A workspace was made: the link of its facilitator, shown once, and how others come in. */
export const Made = ({ made }: { readonly made: Created }) => {
  const strings = useStrings(creatingStrings)
  return (
    <div className="mx-auto grid max-w-[40rem] gap-6 px-4.5 py-8">
      <div>
        <h1 className="text-2xl font-display">{strings.made}</h1>
        <p className="text-ink-2">{made.title}</p>
      </div>
      <section aria-labelledby="lead-link" className="grid gap-2 bg-light-tint p-4.5">
        <h2 id="lead-link" className="font-strong">
          {strings.leadLink}
        </h2>
        <p>{strings.madeIntro}</p>
        <CopyLine label={strings.leadLink} value={`${location.origin}/f#${made.facilitatorSecret}`} />
        <p className="text-sm">{strings.leadWarning}</p>
      </section>
      <section aria-labelledby="invite" className="grid gap-2">
        <h2 id="invite" className="font-strong">
          {strings.invite}
        </h2>
        <p className="font-mono text-[1.625rem]/[1.2] font-medium tracking-[.05em]">{formatCode(made.joinCode)}</p>
        <CopyLine label={strings.joinLink} value={`${location.origin}/j/${made.joinCode}`} />
        <p className="text-sm text-ink-3">{strings.inviteHint}</p>
      </section>
      <a href={`/w/${made.workspace}`} className={`${buttonClass({ variant: 'main', size: 'large' })} sm:w-fit`}>
        {strings.goTo} <ArrowRight size={20} aria-hidden />
      </a>
    </div>
  )
}
