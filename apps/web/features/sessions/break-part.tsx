import { Coffee } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import type { StepPartProps } from './step-part.ts'
import { sessionStrings } from './strings.ts'

/** A break: nothing to do. */
export const BreakPart = ({ place }: StepPartProps) => {
  const strings = useStrings(sessionStrings)
  if (place === 'lead') return null
  return (
    <p className={`flex items-center gap-3 text-ink-2 ${place === 'screen' ? 'text-[34px]' : 'text-lg'}`}>
      <Coffee size={place === 'screen' ? 48 : 26} aria-hidden />
      {strings.pauseWords}
    </p>
  )
}
