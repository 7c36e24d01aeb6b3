import type { Perspective } from '#domain/perspective.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Marker } from '#ui/marker.tsx'
import { settingsStrings } from './strings.ts'

/** The groups at the table with their shapes, in the order of the lot. */
export const GroupsShown = ({ perspectives }: { readonly perspectives: readonly Perspective[] }) => {
  const strings = useStrings(settingsStrings)
  return (
    <>
      <ul className="grid gap-2 sm:grid-cols-2">
        {perspectives.map(({ id, marker, title, base }) => (
          <li key={id} className={`c-${marker} tint flex items-center gap-3 px-3.5 py-2.5`}>
            <Marker slot={marker} size={26} />
            <span className="leading-tight">
              <span className="block font-label">{title}</span>
              <span className="text-sm text-ink-2">{strings.worlds[base]}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-3">{strings.groupsHint}</p>
    </>
  )
}
