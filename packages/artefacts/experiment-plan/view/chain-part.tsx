import { ArrowDown, ArrowRight } from 'lucide-react'
import { memo, useState } from 'react'
import { ChoiceField } from '#react/choice-field.tsx'
import { RemarkButton } from '#react/remark-button.tsx'
import { TextField } from '#react/text-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { addChainLink } from '../learning-commands.ts'
import { describe, tieRow } from '../list-commands.ts'
import { isRiskiest } from '../queries.ts'
import { chainKinds, type Assumption, type ChainLink } from '../shape.ts'
import { chainStrings } from './chain-strings.ts'
import { EditButton, Mark, RemoveButton } from './marks.tsx'
import { AddLine, Part, useAdding } from './part.tsx'
import { usePlanPage, usePlanPart } from './use-plan.ts'

/** From what goes in to where it leads; under each arrow what must be true for it. */
export const ChainPart = () => {
  const { act } = usePlanPage()
  const own = useStrings(chainStrings)
  const links = usePlanPart((plan) => plan.changeChain)
  const assumptions = usePlanPart((plan) => plan.assumptions)
  const [kind, setKind] = useState<ChainLink['kind']>('activity')
  const adding = useAdding()
  return (
    <Part id="chain" title={own.title} note={own.note} action={adding.button(own.add)}>
      {adding.open ? (
        <AddLine
          label={own.new}
          onClose={adding.close}
          onAdd={(text) => act((draft) => addChainLink(draft, { text, kind })).ok}
        >
          <ChoiceField
            label={own.kind}
            value={kind}
            options={chainKinds.map((value) => ({ value, label: own.kinds[value] }))}
            onChange={(next) => next && setKind(next)}
          />
        </AddLine>
      ) : null}
      <ol className="grid gap-x-3 gap-y-4 @4xl:grid-cols-5">
        {chainKinds.map((each, at) => (
          <li key={each} className="min-w-0">
            <h3 className="flex items-center gap-2 border-b-[3px] border-ditch pb-1 text-sm font-strong">
              {at === 0 ? null : (
                <>
                  <ArrowRight size={18} className="hidden shrink-0 text-water @4xl:block" aria-hidden />
                  <ArrowDown size={18} className="shrink-0 text-water @4xl:hidden" aria-hidden />
                </>
              )}
              {own.kinds[each]}
            </h3>
            <Links links={links.filter((link) => link.kind === each)} assumptions={assumptions} />
          </li>
        ))}
      </ol>
    </Part>
  )
}

const Links = ({
  links,
  assumptions,
}: {
  readonly links: readonly ChainLink[]
  readonly assumptions: readonly Assumption[]
}) => {
  const own = useStrings(chainStrings)
  if (links.length === 0) return <p className="pt-1.5 text-sm text-ink-3">{own.none}</p>
  return (
    <ul>
      {links.map((link) => (
        <LinkRow key={link.id} link={link} assumptions={assumptions} />
      ))}
    </ul>
  )
}

const LinkRow = memo(
  ({ link, assumptions }: { readonly link: ChainLink; readonly assumptions: readonly Assumption[] }) => {
    const { words } = usePlanPage()
    const own = useStrings(chainStrings)
    const [open, setOpen] = useState(false)
    const { id, text, assumptionIds } = link
    // One that was taken away counts nowhere.
    const tied = assumptions.filter((assumption) => assumptionIds.includes(assumption.id))
    return (
      <li className="grid gap-1.5 border-b border-ditch py-2" data-item={id}>
        {tied.length > 0 ? (
          <div className="border-l-[3px] border-water pl-2 text-xs">
            <p className="text-ink-2">{own.assumptions}:</p>
            <ul>
              {tied.map((assumption) => (
                <li key={assumption.id}>
                  {assumption.text}{' '}
                  {assumption.status === 'open' ? (
                    isRiskiest(assumption) ? (
                      <Mark tone="care">{words.riskiest}</Mark>
                    ) : null
                  ) : (
                    <Mark tone={assumption.status === 'confirmed' ? 'good' : 'care'}>
                      {words.assumptionStatuses[assumption.status]}
                    </Mark>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <div className="flex items-start justify-between gap-1">
          <p className="min-w-0 pt-1.5 text-sm font-label">{text}</p>
          <EditButton what={text} open={open} onToggle={() => setOpen(!open)} />
        </div>
        {open ? <LinkForm link={link} assumptions={assumptions} /> : null}
      </li>
    )
  },
)

const LinkForm = ({ link, assumptions }: { readonly link: ChainLink; readonly assumptions: readonly Assumption[] }) => {
  const { act, desk, takeAway } = usePlanPage()
  const own = useStrings(chainStrings)
  const { id, text, kind, assumptionIds } = link
  return (
    <div className="grid gap-4 bg-field p-3">
      <TextField path={['changeChain', id, 'text']} label={own.text} />
      <ChoiceField
        label={own.kind}
        value={kind}
        options={chainKinds.map((value) => ({ value, label: own.kinds[value] }))}
        onChange={(next) => next && act((draft) => describe(draft, 'changeChain', id, { kind: next }))}
      />
      <fieldset>
        <legend className="mb-1 font-label">{own.assumptions}</legend>
        {assumptions.map((assumption) => (
          <label key={assumption.id} className="flex min-h-9 items-start gap-2.5 py-1 text-sm pointer-coarse:min-h-11">
            <input
              type="checkbox"
              disabled={!desk.canWrite}
              checked={assumptionIds.includes(assumption.id)}
              onChange={(event) =>
                act((draft) => tieRow(draft, 'changeChain', id, assumption.id, event.target.checked))
              }
              className="focus-ring size-6 shrink-0 accent-water"
            />
            {assumption.text}
          </label>
        ))}
      </fieldset>
      <span className="flex flex-wrap items-center gap-2">
        {desk.canWrite ? <RemoveButton what={text} onRemove={() => takeAway('changeChain', id, text)} /> : null}
        <RemarkButton itemId={id} about={text} quote={text} />
      </span>
    </div>
  )
}
