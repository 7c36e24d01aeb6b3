import { Check, Lock } from 'lucide-react'
import { mayBeReported, type Evidence } from '#domain/evidence.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Chip } from '#ui/chip.tsx'
import { lowerStrings } from './lower-strings.ts'

/** Whether somebody's words may leave the workspace. */
export const ConsentChip = ({ evidence }: { readonly evidence: Evidence }) => {
  const lower = useStrings(lowerStrings)
  return mayBeReported(evidence) ? (
    <Chip tone="good" icon={Check}>
      {lower.mayShare}
    </Chip>
  ) : (
    <Chip tone="care" icon={Lock}>
      {lower.onlyHere}
    </Chip>
  )
}
