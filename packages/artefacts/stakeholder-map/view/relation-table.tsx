import { Pencil, Spline, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { changeRelation, removeRelation } from '../commands.ts'
import { relationStatuses, relationTypes, type Relation } from '../shape.ts'
import { useMapPage } from './use-map.ts'

const page = 60
const control =
  'focus-ring min-h-9 rounded-control border-[1.5px] border-bank bg-land px-2 text-sm disabled:border-ditch disabled:bg-field'

/** All lines of the map as sentences with what can be chosen of each; a long list is shown in parts. */
export const RelationTable = ({
  onLine,
  onRelate,
}: {
  onLine: (id: string) => void
  onRelate: (() => void) | null
}) => {
  const { strings, index } = useMapPage()
  const [shown, setShown] = useState(page)
  const lines = index.sound
  return (
    <>
      <div className="sticky left-0 flex flex-wrap items-center gap-3 border-t border-ditch px-5 py-2">
        <h2 className="font-strong">{strings.linesTable}</h2>
        {onRelate ? (
          <Button variant="default" size="dense" onClick={onRelate} icon={<Spline size={16} aria-hidden />}>
            {strings.drawLine}
          </Button>
        ) : null}
      </div>
      {lines.length === 0 ? <p className="px-5 pb-3 text-sm text-ink-2">{strings.noLines}</p> : null}
      <ul className="sticky left-0 max-w-[100vw] text-sm">
        {lines.slice(0, shown).map((line) => (
          <Line key={line.id} line={line} onLine={onLine} />
        ))}
      </ul>
      {lines.length > shown ? (
        <div className="sticky left-0 w-fit px-5 py-3">
          <Button variant="default" size="dense" onClick={() => setShown(shown + page)}>
            {strings.moreLines(lines.length - shown)}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const Line = ({ line, onLine }: { line: Relation; onLine: (id: string) => void }) => {
  const { desk, act, nameOf, strings, words, terms, tell } = useMapPage()
  const sentence = strings.sentence(nameOf(line.from), words.types[line.type], nameOf(line.to), line.strength)
  return (
    <li className="flex flex-wrap items-center gap-2 border-t border-ditch px-5 py-1.5">
      <span className="min-w-0 flex-1 basis-72">{sentence}</span>
      <select
        aria-label={`${strings.lineKind} ${sentence}`}
        disabled={!desk.canWrite}
        className={control}
        value={line.type}
        onChange={(event) =>
          act((draft) =>
            changeRelation(
              draft,
              line.id,
              'type',
              relationTypes.find((type) => type === event.target.value) ?? line.type,
            ),
          )
        }
      >
        {relationTypes.map((type) => (
          <option key={type} value={type}>
            {terms.types[type]}
          </option>
        ))}
      </select>
      <select
        aria-label={`${strings.status} ${sentence}`}
        disabled={!desk.canWrite}
        className={control}
        value={line.status}
        onChange={(event) =>
          act((draft) =>
            changeRelation(
              draft,
              line.id,
              'status',
              relationStatuses.find((status) => status === event.target.value) ?? line.status,
            ),
          )
        }
      >
        {relationStatuses.map((status) => (
          <option key={status} value={status}>
            {words.statuses[status]}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={strings.openLine(sentence)}
        className="focus-ring grid size-9 place-items-center rounded-control hover:bg-field"
        onClick={() => onLine(line.id)}
      >
        <Pencil size={16} aria-hidden />
      </button>
      {desk.canWrite ? (
        <button
          type="button"
          aria-label={strings.removeLine(sentence)}
          className="focus-ring grid size-9 place-items-center rounded-control hover:bg-field"
          onClick={() => {
            act((draft) => removeRelation(draft, line.id))
            tell(strings.removed(sentence))
          }}
        >
          <Trash2 size={16} aria-hidden />
        </button>
      ) : null}
    </li>
  )
}
