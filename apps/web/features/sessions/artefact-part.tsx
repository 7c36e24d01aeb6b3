import { ArrowRight } from 'lucide-react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { buttonClass } from '#ui/button.tsx'
import { kinds } from '../../api/kinds.ts'
import { useArtefacts } from './artefacts-context.ts'
import { focusTargets } from './focus-target.ts'
import type { StepPartProps } from './step-part.ts'
import { sessionStrings } from './strings.ts'

/** A step in which people work in an artefact: the way to it, straight to the part that the step is about. */
export const ArtefactPart = ({ activity, place }: StepPartProps) => {
  const strings = useStrings(sessionStrings)
  const locale = useLocale()
  const { directory, linkTo } = useWorkplace()
  const targets = focusTargets(activity, useArtefacts(), directory)
  const unique = targets.filter(
    (target, at) => targets.findIndex((other) => other.artefact.id === target.artefact.id) === at,
  )
  if (place === 'screen' || unique.length === 0) return null
  return (
    <ul className="grid gap-2">
      {unique.map(({ artefact, place: part }, at) => (
        <li key={artefact.id}>
          <a
            href={linkTo(artefact.id, part)}
            className={`${buttonClass({ variant: at === 0 && place === 'phone' ? 'main' : 'default', size: place === 'phone' ? 'large' : 'dense' })} ${place === 'phone' ? 'w-full' : ''}`}
          >
            {strings.open(artefact.title || kinds[artefact.kind].name[locale])}
            <ArrowRight size={20} aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  )
}
