import { Braces, Download, FileCheck, FileText, Globe, Sheet, Table2, TextIcon, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import type { ExportFormat } from '#protocol/http-schemas.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refusal } from '../../api/ask.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { saveFile, type ExportWish } from '../../api/save-file.ts'
import { exportingStrings } from './strings.ts'

/** Files of the whole workspace; those of one artefact are made on its own page. */
type WholeFormat = Extract<ExportFormat, 'html' | 'pdf' | 'odt' | 'docx' | 'ods' | 'xlsx' | 'csv' | 'md' | 'json'>

const formats: readonly { readonly format: WholeFormat; readonly icon: LucideIcon }[] = [
  { format: 'html', icon: Globe },
  { format: 'pdf', icon: FileCheck },
  { format: 'odt', icon: FileText },
  { format: 'docx', icon: FileText },
  { format: 'ods', icon: Sheet },
  { format: 'xlsx', icon: Sheet },
  { format: 'csv', icon: Table2 },
  { format: 'md', icon: TextIcon },
  { format: 'json', icon: Braces },
]

type Choices = Omit<ExportWish, 'format'>

/** Every file that can be made, each with its own button. */
export const FormatList = ({ wish }: { readonly wish: Choices }) => (
  <ul className="mt-2">
    {formats.map(({ format, icon }) => (
      <FormatRow key={format} format={format} icon={icon} wish={{ ...wish, format }} />
    ))}
  </ul>
)

type FormatRowProps = { readonly format: WholeFormat; readonly icon: LucideIcon; readonly wish: ExportWish }

const FormatRow = ({ format, icon: Icon, wish }: FormatRowProps) => {
  const strings = useStrings(exportingStrings)
  const problem = useProblem()
  const [state, setState] = useState<'idle' | 'busy' | 'made' | Refusal>('idle')
  const make = async () => {
    setState('busy')
    setState((await saveFile(wish)) ?? 'made')
  }
  return (
    <li className="grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-center gap-x-3 border-ditch py-2.5 not-first:border-t">
      <Icon size={22} strokeWidth={1.8} aria-hidden className="text-water" />
      <span className="leading-snug">
        <span className="block font-label">{strings[format]}</span>
        <span className="text-sm text-ink-3">{strings[`${format}Use`]}</span>
      </span>
      <Button
        icon={<Download size={18} aria-hidden />}
        busy={state === 'busy'}
        onClick={() => void make()}
        aria-label={`${strings.make(strings[format])} (${format.toUpperCase()})`}
      >
        {format.toUpperCase()}
      </Button>
      <span role="status" className="sr-only">
        {state === 'busy' ? strings.making : state === 'made' ? strings.made : ''}
      </span>
      {typeof state === 'object' ? (
        <Notice tone="bad" role="alert" title={strings.failed} className="col-span-3 mt-2">
          {problem(state)}
        </Notice>
      ) : null}
    </li>
  )
}
