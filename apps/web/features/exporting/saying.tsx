import type { ReactNode } from 'react'
import { can } from '#domain/permissions.ts'
import { licences } from '#export/report/licence.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Notice } from '#ui/notice.tsx'
import { Switch } from '#ui/switch.tsx'
import type { ChoosingProps } from './part-list.tsx'
import { exportingStrings } from './strings.ts'

/** What a report says of people, what others may do with it, and whether everybody has seen it. */
export const Saying = ({ choices, onChange }: ChoosingProps) => {
  const strings = useStrings(exportingStrings)
  const { me } = useWorkplace()
  const mayName = can(me.role, 'export-names')
  const named = choices.names
  return (
    <>
      <Choosing legend={strings.people}>
        <Radio
          name="names"
          checked={!named}
          onChange={() => onChange({ ...choices, names: false })}
          label={strings.groupOnly}
          hint={strings.groupOnlyHint}
        />
        <Radio
          name="names"
          checked={named}
          disabled={!mayName}
          onChange={() => onChange({ ...choices, names: true })}
          label={strings.named}
          hint={mayName ? strings.namedHint : strings.namedNotYou}
        />
        <Notice tone="look" className="mt-2">
          {strings.consentNote}
        </Notice>
      </Choosing>
      <Choosing legend={strings.sharing}>
        {licences.map((licence) => (
          <Radio
            key={licence}
            name="licence"
            checked={named ? licence === 'none' : choices.licence === licence}
            disabled={named}
            onChange={() => onChange({ ...choices, licence })}
            label={strings.licences[licence]}
            hint={strings.licenceHints[licence]}
          />
        ))}
        {named ? <p className="mt-1 text-sm text-ink-2">{strings.namedNotShared}</p> : null}
      </Choosing>
      <section className="parcel px-4 py-4.5 sm:px-7" aria-labelledby="seen">
        <h2 id="seen" className="mb-2 text-lg/[1.25] font-strong">
          {strings.seen}
        </h2>
        <Switch
          label={strings.draft}
          state={choices.draft ? strings.draftOn : strings.draftOff}
          checked={choices.draft}
          onChange={(draft) => onChange({ ...choices, draft })}
        />
      </section>
    </>
  )
}

const Choosing = ({ legend, children }: { readonly legend: string; readonly children: ReactNode }) => (
  <fieldset className="parcel min-w-0 px-4 py-4.5 sm:px-7">
    <legend className="float-left mb-1.5 w-full text-lg/[1.25] font-strong">{legend}</legend>
    {children}
  </fieldset>
)

type RadioProps = {
  readonly name: string
  readonly checked: boolean
  readonly onChange: () => void
  readonly label: string
  readonly hint: string
  readonly disabled?: boolean
}

const Radio = ({ name, checked, onChange, label, hint, disabled = false }: RadioProps) => (
  <label className="clear-both flex min-h-target cursor-pointer items-start gap-3.5 py-1.5 has-disabled:cursor-not-allowed">
    <input
      type="radio"
      name={name}
      checked={checked}
      disabled={disabled}
      onChange={onChange}
      className="focus-ring mt-0.5 size-5.5 shrink-0 accent-water"
    />
    <span className="font-label">
      {label}
      <span className="block text-sm font-normal text-ink-3">{hint}</span>
    </span>
  </label>
)
