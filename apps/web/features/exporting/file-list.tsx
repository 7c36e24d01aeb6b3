import { Braces, FileCheck, FileText, Globe, Sheet, Table2, TextIcon, type LucideIcon } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { CheckRow } from './check-row.tsx'
import { withFormat, type WholeFormat } from './choices.ts'
import type { ChoosingProps } from './part-list.tsx'
import { exportingStrings } from './strings.ts'

/** The files in the order in which most people want them. */
export const formats: readonly { readonly format: WholeFormat; readonly icon: LucideIcon }[] = [
  { format: 'pdf', icon: FileCheck },
  { format: 'html', icon: Globe },
  { format: 'odt', icon: FileText },
  { format: 'docx', icon: FileText },
  { format: 'ods', icon: Sheet },
  { format: 'xlsx', icon: Sheet },
  { format: 'csv', icon: Table2 },
  { format: 'md', icon: TextIcon },
  { format: 'json', icon: Braces },
]

/** Which files are made, with what each is for. */
export const FileList = ({ choices, onChange }: ChoosingProps) => {
  const strings = useStrings(exportingStrings)
  return (
    <fieldset className="parcel min-w-0 pt-4.5 pb-1">
      <legend className="float-left mb-2.5 w-full px-4 text-lg/[1.25] font-strong sm:px-7">{strings.files}</legend>
      <ul className="clear-both">
        {formats.map(({ format, icon: Icon }) => (
          <li key={format} className="flex border-t border-ditch px-4 sm:px-7">
            <CheckRow
              checked={choices.formats.includes(format)}
              onChange={(on) => onChange(withFormat(choices, format, on))}
            >
              <span className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-x-2.5">
                <Icon size={20} strokeWidth={1.9} aria-hidden className="text-water" />
                <span>
                  {strings[format]}
                  <span className="block text-sm font-normal text-ink-3">{strings[`${format}Use`]}</span>
                </span>
                <span className="font-mono text-sm font-normal text-ink-2">{format}</span>
              </span>
            </CheckRow>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
