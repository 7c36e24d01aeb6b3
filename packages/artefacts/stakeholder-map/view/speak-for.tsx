import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { formatList } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import type { Stakeholder } from '../shape.ts'
import { partStrings } from './part-strings.ts'
import { useMapPage } from './use-map.ts'

/** Says that I speak for a party, or no longer do; one person speaks for one party at a time. */
export const SpeakFor = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const { say } = useMapPage()
  const { me, speakFor } = useWorkplace()
  const strings = useStrings(partStrings)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const own = me.stakeholderId === stakeholder.id
  const change = async () => {
    setState('busy')
    const { ok } = await speakFor(own ? null : stakeholder.id)
    setState(ok ? 'idle' : 'failed')
    if (ok) say(own ? strings.spokeFor(stakeholder.name) : strings.speaksFor(stakeholder.name))
  }
  return (
    <>
      <Button
        variant="quiet"
        size="dense"
        aria-pressed={own}
        busy={state === 'busy'}
        icon={<Megaphone size={16} aria-hidden />}
        onClick={() => void change()}
      >
        {strings.speakFor}
      </Button>
      {state === 'failed' ? (
        <p role="alert" className="text-sm text-clay">
          {strings.failed}
        </p>
      ) : null}
    </>
  )
}

/** Who speaks for a party, by the names that people chose. */
export const Speakers = ({ stakeholder }: { stakeholder: Stakeholder }) => {
  const { people } = useWorkplace()
  const strings = useStrings(partStrings)
  const locale = useLocale()
  const names = people.flatMap(({ stakeholderId, name }) =>
    stakeholderId === stakeholder.id && name !== null ? [name] : [],
  )
  return names.length === 0 ? null : (
    <p className="text-sm text-ink-2">{strings.speakers(formatList(locale, names), names.length)}</p>
  )
}
