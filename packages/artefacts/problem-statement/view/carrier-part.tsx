import { memo } from 'react'
import { ReferenceField } from '#react/reference-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { OpenRing } from '#ui/marker.tsx'
import { addCarrier, seat } from '../carrier-commands.ts'
import { remove } from '../commands.ts'
import type { Carrier } from '../shape.ts'
import { lowerStrings } from './lower-strings.ts'
import { Plain } from './fields.tsx'
import { RemoveButton, Said } from './marks.tsx'
import { Part } from './part.tsx'
import { usePage, useProblem, useRows } from './use-page.ts'

const offers = ['brings', 'needs', 'cannot'] as const

/** Who carries the problem together: what they bring, need and cannot; who is missing keeps an empty chair. */
export const CarrierPart = () => {
  const { act, words, desk } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const carriers = useRows('carriers')
  const seated = carriers.filter(({ stakeholderId }) => stakeholderId !== null)
  return (
    <Part
      section="carriers"
      note={words.fields.carriers.help}
      bare
      action={
        desk.canWrite ? (
          <Button
            size="dense"
            icon={<OpenRing size={16} />}
            onClick={() => act((draft) => addCarrier(draft, problem.id, null))}
          >
            {lower.addChair}
          </Button>
        ) : undefined
      }
    >
      {carriers.length > 0 ? (
        <div className="overflow-hidden border-t border-b-[3px] border-ditch">
          <ul className="-mr-ditch -mb-ditch grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))]">
            {carriers.map((carrier) => (
              <Chair key={carrier.id} carrier={carrier} />
            ))}
          </ul>
        </div>
      ) : null}
      {desk.canWrite ? <FreeChair isNeeded={seated.length < 2} /> : null}
    </Part>
  )
}

const edge = 'min-w-0 border-r-[3px] border-b-[3px] border-ditch p-4 md:px-5 md:first:pl-7'

const Chair = memo(({ carrier }: { readonly carrier: Carrier }) => {
  const { act, desk, words, nameOf, takeAway } = usePage()
  const lower = useStrings(lowerStrings)
  const { directory } = useWorkplace()
  const { id, stakeholderId } = carrier
  const who = stakeholderId === null ? words.emptyChair : nameOf(stakeholderId)
  const atTable = stakeholderId === null ? null : directory.get(stakeholderId)?.attributes['atTable']
  const isAway = stakeholderId === null || atTable === 'no' || atTable === 'unknown'
  return (
    <li
      data-item={id}
      className={`${edge} ${isAway ? 'bg-light-tint outline-2 -outline-offset-8 outline-ink-3 outline-dashed' : ''}`}
    >
      <div className="mb-2 flex items-start gap-2.5">
        {isAway ? <OpenRing size={20} className="mt-0.5" /> : null}
        <div className="min-w-0 flex-1">
          <b className="font-strong">{stakeholderId === null ? who : <Said>{who}</Said>}</b>
          {isAway && stakeholderId !== null ? <p className="text-xs text-ink-2">{lower.notAtTable}</p> : null}
        </div>
        <span className="-mt-2 -mr-3 flex">
          <RemarkButton itemId={id} about={who} quote={who} />
          <RemoveButton bare what={who} onRemove={() => takeAway(who, (draft) => remove(draft, 'carriers', id))} />
        </span>
      </div>
      {stakeholderId === null && desk.canWrite ? (
        <div className="mb-2">
          <ReferenceField
            label={lower.whoSitsHere}
            kinds={['stakeholder']}
            id={null}
            onChange={(next) => act((draft) => seat(draft, id, next))}
          />
        </div>
      ) : null}
      <div className="grid [&_label]:text-xs [&_label]:text-ink-2">
        {offers.map((offer) => (
          <Plain
            key={offer}
            className="[&_textarea]:bg-transparent [&>div]:grid-cols-[5.5rem_minmax(0,1fr)] [&>div]:items-baseline [&>div]:gap-x-2"
          >
            <TextField path={['carriers', id, offer]} label={words[offer]} placeholder={lower.offers[offer]} />
          </Plain>
        ))}
      </div>
    </li>
  )
})

const FreeChair = ({ isNeeded }: { readonly isNeeded: boolean }) => {
  const { act, say } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  return (
    <div className="grid gap-2 px-4 py-3 md:px-7 @2xl:max-w-md">
      {isNeeded ? <p className="text-sm text-ink-2">{lower.twoCarriers}</p> : null}
      <ReferenceField
        label={lower.addCarrier}
        kinds={['stakeholder']}
        id={null}
        onChange={(next) => {
          if (next === null) return
          const added = act((draft) => addCarrier(draft, problem.id, next))
          say(added.ok ? lower.carrierAdded : lower.sitsAlready)
        }}
      />
    </div>
  )
}
