import { Plus, RefreshCw, Trash2 } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { FieldError, inputClass } from '#ui/field.tsx'
import { Marker } from '#ui/marker.tsx'
import { Segments } from '#ui/segments.tsx'
import { addGroup, bases, mostGroups, nextMarker, type GroupDraft } from './groups.ts'
import { creatingStrings } from './strings.ts'

type GroupRowsProps = {
  readonly groups: readonly GroupDraft[]
  readonly onChange: (groups: readonly GroupDraft[]) => void
  /** After trying to send: groups without a name say so. */
  readonly tried: boolean
}

/** The groups at the table: their shape, name and world. */
export const GroupRows = ({ groups, onChange, tried }: GroupRowsProps) => {
  const strings = useStrings(creatingStrings)
  return (
    <section className="parcel px-4.5 py-4 sm:px-7 xl:pr-10 xl:pl-16" aria-labelledby="groups">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="groups" className="font-strong">
          {strings.groups}
        </h2>
        <p className="text-sm text-ink-3">{strings.groupsHint}</p>
        <Button
          size="dense"
          className="sm:ml-auto"
          icon={<Plus size={16} aria-hidden />}
          disabled={groups.length >= mostGroups}
          onClick={() => onChange(addGroup(groups))}
        >
          {strings.addGroup}
        </Button>
      </div>
      <ul className="mt-2.5 grid gap-3 xl:gap-2">
        {groups.map((group, at) => (
          <GroupRow key={group.key} group={group} at={at + 1} groups={groups} onChange={onChange} tried={tried} />
        ))}
      </ul>
    </section>
  )
}

const GroupRow = ({ group, at, groups, onChange, tried }: GroupRowsProps & { group: GroupDraft; at: number }) => {
  const strings = useStrings(creatingStrings)
  const { key, title, marker, base } = group
  const name = title.trim() || strings.aGroup(at)
  const isMissing = tried && title.trim() === ''
  const change = (news: Partial<GroupDraft>) =>
    onChange(groups.map((one) => (one.key === key ? { ...one, ...news } : one)))
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)_2.75rem] items-center gap-2.5 xl:grid-cols-[auto_minmax(0,1fr)_auto_2.75rem]">
      <Button
        className="w-19 gap-2.5 px-0!"
        aria-label={strings.shape(name, strings.shapes[marker])}
        title={strings.shapes[marker]}
        onClick={() => onChange(nextMarker(groups, key))}
      >
        <Marker slot={marker} size={24} /> <RefreshCw size={14} aria-hidden />
      </Button>
      <input
        value={title}
        maxLength={60}
        aria-label={strings.groupName(at)}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `group-${key}` : undefined}
        onChange={(event) => change({ title: event.target.value })}
        className={`${inputClass} min-h-target py-1.5`}
      />
      <Button
        variant="quiet"
        size="icon"
        className="xl:order-last"
        aria-label={strings.remove(name)}
        title={strings.remove(name)}
        disabled={groups.length === 1}
        onClick={() => onChange(withoutGroup(groups, key))}
      >
        <Trash2 size={19} aria-hidden />
      </Button>
      <span className="max-xl:col-span-3">
        <Segments
          legend={strings.base(name)}
          value={base}
          onChange={(chosen) => change({ base: chosen })}
          options={bases.map((value) => ({ value, label: strings.bases[value] }))}
        />
      </span>
      {isMissing ? (
        <span className="col-span-full">
          <FieldError id={`group-${key}`}>{strings.groupMissing(at)}</FieldError>
        </span>
      ) : null}
    </li>
  )
}

const withoutGroup = (groups: readonly GroupDraft[], key: number): readonly GroupDraft[] => {
  const gone = groups.find((group) => group.key === key)
  return groups
    .filter((group) => group !== gone)
    .map((group) => (gone && group.lot > gone.lot ? { ...group, lot: group.lot - 1 } : group))
}
