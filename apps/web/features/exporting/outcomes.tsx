import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { isLocale, locales, type Locale } from '#i18n/strings.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segments } from '#ui/segments.tsx'
import { Switch } from '#ui/switch.tsx'
import { FormatList } from './format-list.tsx'
import { exportAddress, type ExportWish } from '../../api/save-file.ts'
import { exportingStrings } from './strings.ts'

const languageNames: Readonly<Record<Locale, string>> = { nl: 'Nederlands', en: 'English' }

type OutcomesProps = {
  /** How many things of an imported file no screen shows yet. */
  readonly leftovers: number
  readonly offline: boolean
}

/** The page where anybody makes a file of what is here now. */
export const Outcomes = ({ leftovers, offline }: OutcomesProps) => {
  const strings = useStrings(exportingStrings)
  const own = useLocale()
  const { workspaceId, me } = useWorkplace()
  const [names, setNames] = useState(false)
  const [draft, setDraft] = useState(false)
  const [lang, setLang] = useState<Locale>(own)
  const wish = { workspaceId, names, draft, lang }
  return (
    <main className="parcels min-h-full grid-rows-[auto_1fr] content-stretch">
      <header className="parcel flex flex-wrap items-baseline gap-x-5 px-4 py-4 sm:px-7">
        <h1 className="text-2xl font-[420]">{strings.title}</h1>
        <p className="text-ink-2">{strings.intro}</p>
      </header>
      <div className="grid content-stretch gap-ditch bg-ditch xl:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_26rem]">
        <section className="parcel px-4 py-4.5 sm:px-7" aria-labelledby="files">
          <h2 id="files" className="text-lg/[1.25] font-strong">
            {strings.files}
          </h2>
          {offline ? (
            <Notice tone="care" role="status" className="mt-3">
              {strings.offline}
            </Notice>
          ) : null}
          <FormatList wish={wish} />
          <Notice tone="look" className="mt-4">
            {strings.consentNote}
          </Notice>
          {leftovers > 0 ? (
            <Notice tone="plain" title={`${strings.kept}.`} className="mt-2">
              {strings.keptHint(leftovers)}
            </Notice>
          ) : null}
        </section>
        <div className="flex flex-col gap-ditch bg-ditch">
          <Naming names={names} mayName={can(me.role, 'export-names')} onChange={setNames} />
          <section className="parcel px-4 py-4.5 sm:px-7" aria-labelledby="language">
            <h2 id="language" className="mb-2.5 text-lg/[1.25] font-strong">
              {strings.language}
            </h2>
            <Segments
              legend={strings.language}
              value={lang}
              onChange={(chosen) => isLocale(chosen) && setLang(chosen)}
              options={locales.map((value) => ({ value, lang: value, label: languageNames[value] }))}
            />
          </section>
          <section className="parcel flex-1 px-4 py-4.5 sm:px-7" aria-labelledby="seen">
            <h2 id="seen" className="mb-2 text-lg/[1.25] font-strong">
              {strings.seen}
            </h2>
            <Switch
              label={strings.draft}
              state={draft ? strings.draftOn : strings.draftOff}
              checked={draft}
              onChange={setDraft}
            />
          </section>
        </div>
        <Preview wish={{ ...wish, format: 'html' }} offline={offline} />
      </div>
    </main>
  )
}

type NamingProps = {
  readonly names: boolean
  readonly mayName: boolean
  readonly onChange: (names: boolean) => void
}

const Naming = ({ names, mayName, onChange }: NamingProps) => {
  const strings = useStrings(exportingStrings)
  return (
    <fieldset className="parcel px-4 py-4.5 sm:px-7">
      <legend className="float-left mb-1.5 w-full text-lg/[1.25] font-strong">{strings.people}</legend>
      <Radio checked={!names} onChange={() => onChange(false)} label={strings.groupOnly} hint={strings.groupOnlyHint} />
      <Radio
        checked={names}
        disabled={!mayName}
        onChange={() => onChange(true)}
        label={strings.named}
        hint={mayName ? strings.namedHint : strings.namedNotYou}
      />
    </fieldset>
  )
}

type RadioProps = {
  readonly checked: boolean
  readonly onChange: () => void
  readonly label: string
  readonly hint: string
  readonly disabled?: boolean
}

const Radio = ({ checked, onChange, label, hint, disabled = false }: RadioProps) => (
  <label className="flex min-h-target clear-both cursor-pointer items-start gap-3.5 py-1.5 has-disabled:cursor-not-allowed">
    <input
      type="radio"
      name="names"
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

const Preview = ({ wish, offline }: { wish: ExportWish; offline: boolean }) => {
  const strings = useStrings(exportingStrings)
  const address = exportAddress({ ...wish, inline: true })
  return (
    <aside aria-labelledby="preview" className="flex min-h-[40rem] flex-col gap-3 bg-sky px-4 py-4.5 sm:px-7">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="preview" className="text-xs font-label text-ink-2">
          {strings.preview}
        </h2>
        <a
          className="focus-ring inline-flex min-h-9 items-center gap-1.5 text-sm text-water underline underline-offset-3"
          target="_blank"
          rel="noreferrer"
          href={address}
        >
          {strings.openReport} <ExternalLink size={15} aria-hidden />
        </a>
      </div>
      {offline ? null : (
        <iframe
          // Other choices make another report, and another frame.
          key={address}
          title={strings.preview}
          // The report has no scripts; the sandbox makes sure of it.
          sandbox=""
          src={address}
          className="w-full flex-1 bg-white shadow-lift"
        />
      )}
    </aside>
  )
}
