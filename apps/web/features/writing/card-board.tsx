import { Undo2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Step } from '#domain/agenda.ts'
import type { sessionShape } from '#domain/session.ts'
import { takenOf } from '#domain/taken.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Marker } from '#ui/marker.tsx'
import { groupsOf, useCards, type Card, type Cluster } from './cards.ts'
import { whereTaken } from './place-words.ts'
import { writingStrings } from './strings.ts'
import { useAllArtefacts, useTaking, type Done, type TakenCard } from './use-taking.ts'

const TakeInto = lazy(async () => ({ default: (await import('./take-into.tsx')).TakeInto }))

type CardBoardProps = {
  readonly session: string
  readonly step: Step
  readonly desk: Desk<typeof sessionShape>
  /** Whether cards may be taken into the artefacts from here. */
  readonly takes: boolean
}

/** Sorting together: choose cards, say where they go, and take the last step back when it was wrong. Nothing is dragged. */
export const CardBoard = ({ session, step, desk, takes }: CardBoardProps) => {
  const { id: activity } = step
  const strings = useStrings(writingStrings)
  const { author } = useWorkplace()
  const { cards, clusters } = useCards(desk.document, activity)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState('')
  const { giveBack } = useTaking(session)
  // What the last step was: taking back takes back that one, whether it sorted or took along.
  const [lately, setLately] = useState<readonly TakenCard[]>([])
  // What somebody else took away meanwhile is no longer there to be sorted.
  const chosen = cards.filter(({ id }) => picked.has(id))
  const pick = (id: string) =>
    setPicked((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const assign = (target: string | null, title: string) => {
    const count = chosen.length
    setLately([])
    // Taking back takes back this, and nothing of before.
    desk.undo.manager.stopCapturing()
    desk.document.change(author, (draft) => {
      const cluster = target ?? (title === '' ? null : draft.clusters.add({ title, activityId: activity }))
      for (const { id } of chosen) draft.cards.get(id)?.clusterId.set(cluster)
    })
    setPicked(new Set())
    const name = clusters.find(({ id }) => id === target)?.title ?? title
    setSaid(strings.assigned(count, name || strings.noGroup))
  }
  const told = ({ done, failed }: Done, words: (count: number) => string) =>
    setSaid([...(done.length > 0 ? [words(done.length)] : []), ...(failed === null ? [] : [whyNot(failed)])].join(' '))
  const whyNot = (reason: string) =>
    reason === 'locked' || reason === 'changed' || reason === 'used' ? strings[reason] : strings.failed
  const takeBack = async (cards: readonly TakenCard[]) => {
    setLately([])
    setPicked(new Set())
    told(await giveBack(cards), strings.givenBack)
  }
  const undo = () => {
    if (lately.length > 0) return void takeBack(lately)
    desk.undo.undo()
    setSaid(strings.undone)
  }
  const taken = chosen.flatMap(({ id, takenInto }) =>
    takenOf(takenInto)
      .slice(0, 1)
      .map(({ document, place }) => ({ card: id, document, place })),
  )
  return (
    <section aria-labelledby={`${activity}-cards`} className="grid gap-4">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id={`${activity}-cards`} className="text-lg font-strong">
          {strings.cards}
        </h2>
        <Button size="dense" variant="quiet" className="ml-auto" icon={<Undo2 size={18} aria-hidden />} onClick={undo}>
          {strings.undo}
        </Button>
      </div>
      {groupsOf(cards, clusters).map(({ cluster, cards: own }) => (
        <CardGroup
          key={cluster?.id ?? ''}
          cluster={cluster}
          cards={own}
          picked={picked}
          onPick={pick}
          desk={desk}
          hasGroups={clusters.length > 0}
        />
      ))}
      {desk.canWrite ? (
        <div className="sticky bottom-(--foot,0px) z-10 grid gap-3 border-t-[3px] border-ditch bg-land py-3">
          <p role="status" className="text-sm font-label">
            {chosen.length > 0 ? strings.chosen(chosen.length) : said || strings.chooseFirst}
          </p>
          {chosen.length > 0 ? <Assign clusters={clusters} onAssign={assign} /> : null}
          {takes && chosen.length > 0 ? (
            <Suspense>
              <TakeInto
                session={session}
                step={step}
                cards={chosen.map(({ id }) => id)}
                onTaken={(answer) => {
                  setPicked(new Set())
                  setLately(answer.done)
                  told(answer, strings.taken)
                }}
              />
            </Suspense>
          ) : null}
          {takes && taken.length > 0 ? (
            <Button className="w-fit" icon={<Undo2 size={18} aria-hidden />} onClick={() => void takeBack(taken)}>
              {strings.giveBack}
            </Button>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}

type CardGroupProps = {
  readonly cluster: Cluster | null
  readonly cards: readonly Card[]
  readonly picked: ReadonlySet<string>
  readonly onPick: (id: string) => void
  readonly desk: Desk<typeof sessionShape>
  readonly hasGroups: boolean
}

const CardGroup = ({ cluster, cards, picked, onPick, desk, hasGroups }: CardGroupProps) => {
  const strings = useStrings(writingStrings)
  if (cluster === null && cards.length === 0) return null
  return (
    <div role="group" aria-label={cluster?.title ?? strings.loose} className="grid gap-2">
      {hasGroups ? (
        <h3 className="text-sm font-strong">
          {cluster?.title ?? strings.loose} <span className="font-normal text-ink-2">{cards.length}</span>
        </h3>
      ) : null}
      <ul className="grid gap-2 sm:grid-cols-2">
        {cards.map((card) => (
          <CardChoice
            key={card.id}
            card={card}
            picked={picked.has(card.id)}
            onPick={onPick}
            disabled={!desk.canWrite}
          />
        ))}
      </ul>
    </div>
  )
}

type CardChoiceProps = {
  readonly card: Card
  readonly picked: boolean
  readonly onPick: (id: string) => void
  readonly disabled: boolean
}

const CardChoice = ({ card: { id, text, by, takenInto, table }, picked, onPick, disabled }: CardChoiceProps) => {
  const strings = useStrings(writingStrings)
  const locale = useLocale()
  const { perspectives } = useWorkplace()
  const artefacts = useAllArtefacts()
  const group = perspectives.find((each) => each.id === by)
  const places = whereTaken(takenInto, artefacts, locale)
  return (
    <li>
      <label className="focus-ring-inside flex min-h-14 cursor-pointer items-start gap-3 border-[1.5px] border-bank bg-land px-3 py-2.5 hover:bg-field has-checked:border-water has-checked:bg-water-tint has-checked:shadow-[inset_4px_0_0_var(--water)]">
        <input
          type="checkbox"
          aria-label={strings.choose(text)}
          checked={picked}
          disabled={disabled}
          onChange={() => onPick(id)}
          className="mt-0.5 size-5 shrink-0 accent-(--water)"
        />
        <span className="min-w-0 flex-1">
          <span className="block whitespace-pre-line wrap-anywhere">{text}</span>
          {table === '' ? null : <span className="block text-xs text-ink-2">{table}</span>}
          {places.map((place) => (
            <span key={place} className="block text-xs text-ink-2">
              {strings.takenTo(place)}
            </span>
          ))}
        </span>
        {group ? <Marker slot={group.marker} size={17} name={group.title} /> : null}
      </label>
    </li>
  )
}

const fresh = 'new'
const none = 'none'

type AssignProps = {
  readonly clusters: readonly Cluster[]
  readonly onAssign: (target: string | null, title: string) => void
}

const Assign = ({ clusters, onAssign }: AssignProps) => {
  const strings = useStrings(writingStrings)
  const [target, setTarget] = useState(clusters[0]?.id ?? fresh)
  const [title, setTitle] = useState('')
  const isFresh = target === fresh
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isFresh && title.trim() === '') return
        onAssign(isFresh || target === none ? null : target, isFresh ? title.trim() : '')
      }}
    >
      <div className="min-w-40 flex-1">
        <Field label={strings.putTo}>
          {(control) => (
            <select
              {...control}
              className={inputClass}
              value={target}
              onChange={(event) => setTarget(event.target.value)}
            >
              {clusters.map(({ id, title: name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value={fresh}>{strings.newGroup}</option>
              {clusters.length > 0 ? <option value={none}>{strings.noGroup}</option> : null}
            </select>
          )}
        </Field>
      </div>
      {isFresh ? (
        <div className="min-w-40 flex-1">
          <Field label={strings.newGroupName}>
            {(control) => (
              <input
                {...control}
                maxLength={120}
                className={inputClass}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
        </div>
      ) : null}
      <Button type="submit" disabled={isFresh && title.trim() === ''}>
        {strings.assign}
      </Button>
    </form>
  )
}
