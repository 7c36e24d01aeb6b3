import { memo } from 'react'
import { LineField } from '#react/line-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { describe } from '../list-commands.ts'
import type { Share } from '../shape.ts'
import { levels } from './levels.ts'
import { RemoveButton } from './marks.tsx'
import { usePlanPage } from './use-plan.ts'
import { valueStrings } from './value-strings.ts'

const amounts = ['benefit', 'cost', 'risk', 'say'] as const

/** The table behind the picture, to fill in: four amounts from nothing to very much, and a note. */
export const ShareTable = ({ shares }: { readonly shares: readonly Share[] }) => (
  <ul>
    {shares.map((share) => (
      <ShareRow key={share.id} share={share} />
    ))}
  </ul>
)

const ShareRow = memo(({ share }: { readonly share: Share }) => {
  const { act, desk, words, nameOf, takeAway } = usePlanPage()
  const own = useStrings(valueStrings)
  const { id, stakeholderId, note } = share
  const name = stakeholderId === null ? words.removed : nameOf(stakeholderId)
  return (
    <li className="grid gap-2 border-t border-ditch py-2.5" data-item={stakeholderId}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <b className="min-w-0 text-sm font-strong">{name}</b>
        <span className="flex items-center">
          <RemarkButton itemId={id} about={name} quote={name} />
          {desk.canWrite ? <RemoveButton what={name} onRemove={() => takeAway('distribution', id, name)} /> : null}
        </span>
      </div>
      <div className="grid grid-cols-2 gap-2 @md:grid-cols-4">
        {amounts.map((amount) => (
          <label key={amount} className="grid gap-1 text-sm">
            <span aria-hidden>{words[amount]}</span>
            <select
              aria-label={own.cell(words[amount], name)}
              value={share[amount] ?? ''}
              disabled={!desk.canWrite}
              onChange={(event) => {
                const chosen = event.target.value === '' ? null : Number(event.target.value)
                act((draft) => describe(draft, 'distribution', id, { [amount]: chosen }))
              }}
              className="focus-ring min-h-11 rounded-control border-[1.5px] border-bank bg-land px-2 disabled:border-ditch disabled:bg-field"
            >
              <option value="">{own.unknown}</option>
              {levels.map((step) => (
                <option key={step} value={step}>
                  {`${step} ${own.levels[step]}`}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <LineField
        label={own.note2}
        value={note}
        maxLength={500}
        place={{ item: id, field: 'note' }}
        onChange={(next) => act((draft) => describe(draft, 'distribution', id, { note: next }))}
      />
    </li>
  )
})
