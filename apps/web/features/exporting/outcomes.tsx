import { Braces, Download, FileText, Globe, TextIcon, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { isLocale, type Locale } from '#i18n/strings.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { exportAddress, saveFile, type ExportFormat } from './save-file.ts'
import { exportingStrings } from './strings.ts'

const formats: readonly { readonly format: ExportFormat; readonly icon: LucideIcon }[] = [
  { format: 'html', icon: Globe },
  { format: 'docx', icon: FileText },
  { format: 'md', icon: TextIcon },
  { format: 'json', icon: Braces },
]

/** The page where anybody makes a file of what is here now. */
export const Outcomes = () => {
  const strings = useStrings(exportingStrings)
  const own = useLocale()
  const { workspaceId, me } = useWorkplace()
  const [names, setNames] = useState(false)
  const [lang, setLang] = useState<Locale>(own)
  const mayName = can(me.role, 'export-names')
  const wish = { workspaceId, names, lang }
  return (
    <div className="parcels min-h-full content-start bg-land">
      <header className="parcel px-4 py-5 sm:px-7">
        <h1 className="text-2xl font-display">{strings.title}</h1>
        <p className="text-ink-2">{strings.intro}</p>
      </header>
      <div className="grid gap-[3px] bg-ditch lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <section className="parcel px-4 py-5 sm:px-7" aria-labelledby="files">
          <h2 id="files" className="text-lg font-strong">
            {strings.files}
          </h2>
          <ul className="mt-2">
            {formats.map(({ format, icon: Icon }) => (
              <FormatRow key={format} format={format} icon={<Icon size={22} aria-hidden />} wish={{ ...wish, format }} />
            ))}
          </ul>
          <p className="mt-4 bg-light-tint px-3 py-2 text-sm">{strings.consentNote}</p>
        </section>
        <div className="parcels content-start bg-land">
          <fieldset className="parcel px-4 py-5 sm:px-7">
            <legend className="float-left mb-2 w-full text-lg font-strong">{strings.people}</legend>
            <Radio name="names" checked={!names} onChange={() => setNames(false)} label={strings.groupOnly} hint={strings.groupOnlyHint} />
            <Radio
              name="names"
              checked={names}
              disabled={!mayName}
              onChange={() => setNames(true)}
              label={strings.named}
              hint={mayName ? strings.namedHint : strings.namedNotYou}
            />
          </fieldset>
          <fieldset className="parcel px-4 py-5 sm:px-7">
            <legend className="float-left mb-2 w-full text-lg font-strong">{strings.language}</legend>
            {(['nl', 'en'] as const).map((code) => (
              <Radio
                key={code}
                name="lang"
                checked={lang === code}
                onChange={() => isLocale(code) && setLang(code)}
                label={code === 'nl' ? 'Nederlands' : 'English'}
              />
            ))}
          </fieldset>
        </div>
      </div>
      <section className="parcel px-4 py-5 sm:px-7" aria-labelledby="preview">
        <div className="flex flex-wrap items-baseline justify-between gap-3">
          <h2 id="preview" className="text-lg font-strong">
            {strings.preview}
          </h2>
          <a className="focus-ring underline" target="_blank" rel="noreferrer" href={exportAddress({ ...wish, format: 'html', inline: true })}>
            {strings.openReport}
          </a>
        </div>
        <iframe
          title={strings.preview}
          // The report has no scripts; the sandbox makes sure of it.
          sandbox=""
          src={exportAddress({ ...wish, format: 'html', inline: true })}
          className="mt-3 h-[36rem] w-full max-w-[50rem] border border-ditch bg-white"
        />
      </section>
    </div>
  )
}

type Wish = Parameters<typeof saveFile>[0]

const FormatRow = ({ format, icon, wish }: { format: ExportFormat; icon: React.ReactNode; wish: Wish }) => {
  const strings = useStrings(exportingStrings)
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const make = async () => {
    setState('busy')
    setState((await saveFile(wish)) ? 'idle' : 'failed')
  }
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-3 border-ditch py-2.5 not-first:border-t">
      <span className="text-water">{icon}</span>
      <span>
        <span className="block font-label">{strings[format]}</span>
        <span className="text-sm text-ink-3">{strings[`${format}Use`]}</span>
      </span>
      <Button icon={<Download size={18} aria-hidden />} disabled={state === 'busy'} onClick={() => void make()} aria-label={strings.make(strings[format])}>
        {state === 'busy' ? strings.making : format.toUpperCase()}
      </Button>
      {state === 'failed' ? (
        <p role="alert" className="col-span-3 mt-2 bg-clay-tint px-3 py-2 text-sm">
          {strings.failed}
        </p>
      ) : null}
    </li>
  )
}

type RadioProps = {
  readonly name: string
  readonly checked: boolean
  readonly onChange: () => void
  readonly label: string
  readonly hint?: string
  readonly disabled?: boolean
}

const Radio = ({ name, checked, onChange, label, hint, disabled }: RadioProps) => (
  <label className="flex min-h-11 items-start gap-3 py-1.5">
    <input
      type="radio"
      name={name}
      checked={checked}
      disabled={disabled}
      onChange={onChange}
      className="focus-ring mt-1 size-5 shrink-0 accent-[var(--water)]"
    />
    <span>
      <span className="block font-label">{label}</span>
      {hint ? <span className="text-sm text-ink-3">{hint}</span> : null}
    </span>
  </label>
)
