import { ArrowRight } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import type { Entered } from '../../api/entering.ts'
import { formatCode } from '../../shell/codes.ts'
import { CopyLine } from '../../shell/copy-line.tsx'
import { joiningStrings } from './strings.ts'

type ArrivedProps = { readonly entered: Entered; readonly how: 'arrived' | 'cameBack' | 'leads' }

/** Somebody is in: their own code, shown once, and the way on. */
export const Arrived = ({ entered, how }: ArrivedProps) => {
  const strings = useStrings(joiningStrings)
  return (
    <div className="flex flex-1 flex-col gap-5">
      <h1 className="text-2xl font-display">{strings[how](entered.name)}</h1>
      <section aria-labelledby="own-code" className="grid gap-2 bg-light-tint p-4">
        <h2 id="own-code" className="font-strong">
          {strings.ownCode}
        </h2>
        <CopyLine value={formatCode(entered.returnCode)} label={strings.ownCode} mono />
        <p className="text-sm">{strings.ownCodeHint}</p>
      </section>
      <a href={`/w/${entered.workspace}`} className={`${buttonClass({ variant: 'main', size: 'large' })} w-full`}>
        {strings.goTo} <ArrowRight size={20} aria-hidden />
      </a>
    </div>
  )
}
