import { FileDown, FileUp } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { buttonClass } from '#ui/button.tsx'
import { AskFrame } from './ask-dialog.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { fileStrings } from './file-strings.ts'
import { useMapPage } from './use-map.ts'

const ImportSteps = lazy(async () => ({ default: (await import('./import-steps.tsx')).ImportSteps }))

const formats = ['svg', 'png', 'map-xlsx', 'map-csv', 'kumu-xlsx', 'kumu-json', 'gephi-csv', 'gexf', 'graphml'] as const

/** Files into the map, with a look at what they will do, and the map as files for other programs. */
export const FileDialog = ({ lens, onClose }: { lens: string; onClose: () => void }) => {
  const { desk } = useMapPage()
  const strings = useStrings(fileStrings)
  const [brought, setBrought] = useState(0)
  return (
    <AskFrame title={strings.title} wide onClose={onClose}>
      {desk.canWrite ? (
        <section aria-labelledby="bring-in" className="grid gap-3">
          <h3 id="bring-in" className="flex items-center gap-2 font-strong">
            <FileUp size={20} aria-hidden /> {strings.bringIn}
          </h3>
          <Suspense fallback={<p className="text-ink-2">{strings.bringInHint}</p>}>
            <ImportSteps onBrought={() => setBrought((count) => count + 1)} />
          </Suspense>
          <EarlierImports key={brought} />
        </section>
      ) : null}
      <section aria-labelledby="take-out" className="grid gap-1 border-t border-ditch pt-4">
        <h3 id="take-out" className="flex items-center gap-2 font-strong">
          <FileDown size={20} aria-hidden /> {strings.takeOut}
        </h3>
        <p className="text-sm text-ink-2">{strings.takeOutHint}</p>
        <ul className="grid sm:grid-cols-2 sm:gap-x-6">
          {formats.map((format) => (
            <Format key={format} format={format} lens={lens} />
          ))}
        </ul>
      </section>
    </AskFrame>
  )
}

const Format = ({ format, lens }: { format: (typeof formats)[number]; lens: string }) => {
  const { desk } = useMapPage()
  const { imports } = useWorkplace()
  const strings = useStrings(fileStrings)
  const lang = useLocale()
  const [name, kind] = [strings.formats[format], format.replace(/^(map|kumu|gephi)-/, '').toUpperCase()]
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 border-ditch py-2 not-first:border-t sm:[&:nth-child(2)]:border-t-0">
      <span className="leading-snug">
        <span className="block font-label">{name}</span>
        <span className="text-sm text-ink-3">{strings.uses[format]}</span>
      </span>
      <a
        className={buttonClass({ size: 'dense' })}
        href={imports.fileAddress(desk.documentId, format, { lang, lens })}
        aria-label={strings.save(name)}
        download
      >
        {kind}
      </a>
    </li>
  )
}
