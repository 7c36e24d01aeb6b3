import { ExternalLink } from 'lucide-react'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { isLocale, locales, type Locale } from '#i18n/strings.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Segments } from '#ui/segments.tsx'
import type { ChoosingProps } from './part-list.tsx'
import { exportAddress } from './export-file.ts'
import { useLogo } from './use-logo.ts'
import { exportingStrings } from './strings.ts'

const languageNames: Readonly<Record<Locale, string>> = { nl: 'Nederlands', en: 'English' }
/** A sheet of A4 in CSS pixels. */
const sheet = { width: 794, height: 1123 }
/** Whoever ticks several boxes looks at the result once. */
const calmMs = 700

/** The very report that will be made, as it is now, on a sheet as wide as there is room. */
export const Preview = ({ choices, onChange, offline }: ChoosingProps & { readonly offline: boolean }) => {
  const strings = useStrings(exportingStrings)
  const { workspaceId } = useWorkplace()
  const wanted = exportAddress({ workspaceId, format: 'html', choices, inline: true })
  const address = useCalm(wanted)
  const { data: logo } = useLogo()
  const [room, scale] = useScale()
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="preview" className="text-sm font-label text-ink-2">
          {strings.preview}
        </h2>
        <Segments
          legend={strings.language}
          value={choices.lang}
          onChange={(chosen) => isLocale(chosen) && onChange({ ...choices, lang: chosen })}
          options={locales.map((value) => ({ value, lang: value, label: languageNames[value] }))}
          size="dense"
        />
      </div>
      {offline ? null : (
        <a href={`#${afterPreview}`} className={skipClass} onClick={skip}>
          {strings.skipPreview}
        </a>
      )}
      {offline ? null : (
        <div
          ref={room}
          className="relative w-full overflow-hidden bg-white shadow-lift"
          style={{ height: sheet.height * scale }}
        >
          <iframe
            // Other choices make another report, and another frame; so does another logo.
            key={`${address} ${logo?.png.slice(-40) ?? ''} ${logo?.alternative ?? ''}`}
            title={strings.preview}
            // The report has no scripts; the sandbox makes sure of it.
            sandbox=""
            src={address}
            className="absolute top-0 left-0 origin-top-left border-0"
            style={{ width: sheet.width, height: sheet.height, transform: `scale(${scale})` }}
          />
        </div>
      )}
      <a
        className="focus-ring inline-flex min-h-9 w-fit items-center gap-1.5 text-sm text-water underline underline-offset-3"
        target="_blank"
        rel="noreferrer"
        href={wanted}
      >
        {strings.openReport} <ExternalLink size={15} aria-hidden />
      </a>
    </div>
  )
}

/** Where somebody goes on who does not go through the links of the preview. */
export const afterPreview = 'make'
const skipClass = 'focus-ring w-fit text-sm text-water underline underline-offset-3 not-focus:sr-only'

// The address stays as it is: what stands behind # says which tab is open.
const skip = (event: MouseEvent): void => {
  event.preventDefault()
  document.getElementById(afterPreview)?.focus()
}

/** A value once it has stood for a moment. */
const useCalm = (value: string): string => {
  const [calm, setCalm] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setCalm(value), calmMs)
    return () => clearTimeout(timer)
  }, [value])
  return calm
}

/** How far a sheet is made smaller to fit its room. */
const useScale = () => {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.5)
  useEffect(() => {
    const { current } = room
    if (!current) return undefined
    const fit = new ResizeObserver(() => setScale(Math.min(1, current.clientWidth / sheet.width)))
    fit.observe(current)
    return () => fit.disconnect()
  }, [])
  return [room, scale] as const
}
