import { Coins, HeartHandshake, MessageCircle, Pencil, ScrollText, Spline, Trash2, Zap } from 'lucide-react'
import { Button } from '#ui/button.tsx'
import { removeRelation } from '../commands.ts'
import { familyOf } from '../queries.ts'
import type { Relation, Stakeholder } from '../shape.ts'
import { useMapPage } from './use-map.ts'

const looks = {
  support: { Icon: HeartHandshake, colour: 'text-grass' },
  rule: { Icon: ScrollText, colour: 'text-ink-2' },
  money: { Icon: Coins, colour: 'text-reed' },
  tension: { Icon: Zap, colour: 'text-clay' },
  talk: { Icon: MessageCircle, colour: 'text-water' },
} as const

type ListProps = {
  readonly stakeholder: Stakeholder
  readonly onOpen: (id: string) => void
  readonly onLine: (id: string) => void
  readonly onRelate: () => void
}

/** The lines of one party in words, each to open or take away, and a way to draw one more. */
export const RelationList = ({ stakeholder, onOpen, onLine, onRelate }: ListProps) => {
  const { desk, act, nameOf, linesOf, strings, words, tell } = useMapPage()
  const relations = linesOf(stakeholder.id)
  const sentence = ({ from, to, type, strength }: Relation) =>
    strings.sentence(nameOf(from), words.types[type], nameOf(to), strength)
  return (
    <section className="parcel px-5 py-4" aria-labelledby="lines-head">
      <div className="flex items-center justify-between gap-2">
        <h3 id="lines-head" tabIndex={-1} className="font-strong outline-none">
          {strings.linesHead}
        </h3>
        {desk.canWrite ? (
          <Button variant="default" size="dense" onClick={onRelate}>
            <Spline size={16} aria-hidden /> {strings.drawLine}
          </Button>
        ) : null}
      </div>
      {relations.length === 0 ? <p className="text-sm text-ink-2">{strings.noLines}</p> : null}
      <ul className="grid text-sm">
        {relations.map((relation) => {
          const { Icon, colour } = looks[familyOf[relation.type]]
          const other = relation.from === stakeholder.id ? relation.to : relation.from
          return (
            // Delete works on whichever button of the line has the focus.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
            <li
              key={relation.id}
              className="flex items-center gap-1 py-1"
              onKeyDown={(event) => {
                if (event.key !== 'Delete' || !desk.canWrite) return
                event.stopPropagation()
                act((draft) => removeRelation(draft, relation.id))
                tell(strings.removed(sentence(relation)))
              }}
            >
              <Icon size={16} aria-hidden className={`mr-1 shrink-0 ${colour}`} />
              <span className="min-w-0 flex-1">
                {relation.from === stakeholder.id ? words.types[relation.type] : `← ${words.types[relation.type]}`}{' '}
                <button
                  type="button"
                  className="focus-ring text-left text-water underline"
                  onClick={() => other && onOpen(other)}
                >
                  {nameOf(other)}
                </button>
                {relation.status === 'existing' ? null : (
                  <span className="text-ink-2"> ({words.statuses[relation.status]})</span>
                )}
                <span className="sr-only">. {sentence(relation)}</span>
              </span>
              <button
                type="button"
                aria-label={strings.openLine(sentence(relation))}
                className={small}
                onClick={() => onLine(relation.id)}
              >
                <Pencil size={15} aria-hidden />
              </button>
              {desk.canWrite ? (
                <button
                  type="button"
                  aria-label={strings.removeLine(sentence(relation))}
                  className={small}
                  onClick={() => {
                    act((draft) => removeRelation(draft, relation.id))
                    tell(strings.removed(sentence(relation)))
                  }}
                >
                  <Trash2 size={15} aria-hidden />
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const small = 'focus-ring grid size-8 shrink-0 place-items-center rounded-control hover:bg-field'
