import { Coins, HeartHandshake, MessageCircle, ScrollText, Spline, Trash2, Zap } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#ui/button.tsx'
import { removeRelation } from '../commands.ts'
import { familyOf, relationsOf } from '../queries.ts'
import type { Relation, Stakeholder } from '../shape.ts'
import { RelateDialog } from './relate-dialog.tsx'
import { useMapPage } from './use-map.ts'

const looks = {
  support: { Icon: HeartHandshake, colour: 'text-grass' },
  rule: { Icon: ScrollText, colour: 'text-ink-2' },
  money: { Icon: Coins, colour: 'text-reed' },
  tension: { Icon: Zap, colour: 'text-clay' },
  talk: { Icon: MessageCircle, colour: 'text-water' },
} as const

/** The lines of one party in words, each with its own way out, and a way to draw one more. */
export const RelationList = ({ stakeholder, onOpen }: { stakeholder: Stakeholder; onOpen: (id: string) => void }) => {
  const { map, desk, act, nameOf, strings, words } = useMapPage()
  const [drawing, setDrawing] = useState(false)
  const relations = relationsOf(map, stakeholder.id)
  const sentence = ({ from, to, type }: Relation) => `${nameOf(from)} ${words.types[type]} ${nameOf(to)}`
  return (
    <section className="parcel px-5 py-4" aria-labelledby="lines-head">
      <div className="flex items-center justify-between gap-2">
        <h3 id="lines-head" className="font-strong">
          {strings.linesHead}
        </h3>
        {desk.canWrite ? (
          <Button variant="default" size="dense" onClick={() => setDrawing(true)}>
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
            <li key={relation.id} className="flex items-center gap-2 py-1">
              <Icon size={16} aria-hidden className={`shrink-0 ${colour}`} />
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
              {desk.canWrite ? (
                <button
                  type="button"
                  aria-label={strings.removeLine(sentence(relation))}
                  className="focus-ring grid size-8 shrink-0 place-items-center rounded-control hover:bg-field"
                  onClick={() => act((draft) => removeRelation(draft, relation.id))}
                >
                  <Trash2 size={16} aria-hidden />
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {drawing ? <RelateDialog from={stakeholder} onClose={() => setDrawing(false)} /> : null}
    </section>
  )
}
