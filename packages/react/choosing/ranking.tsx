import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { choiceOfOrder } from '#domain/choosing/ballot.ts'
import { Button } from '#ui/button.tsx'
import { useStrings } from '../use-strings.tsx'
import { OptionHead } from './option-head.tsx'
import { useNamedOptions } from './options.ts'
import { choosingStrings } from './strings.ts'
import type { VoteProps } from './vote-props.ts'

const places = 5

/** An order of at most five, by up and down; nothing needs to be dragged. */
export const Ranking = ({ ballot, own, onVote }: VoteProps) => {
  const strings = useStrings(choosingStrings)
  const options = useNamedOptions(ballot.options)
  const [said, setSaid] = useState('')
  const order = Object.entries(own.choice)
    .toSorted(([, a], [, b]) => Number(b) - Number(a))
    .map(([id]) => id)
  const wordsOf = (id: string) => options.find((option) => option.id === id)?.words ?? ''
  const keep = (next: readonly string[], moved: string) => {
    onVote(choiceOfOrder(next))
    const at = next.indexOf(moved)
    setSaid(at < 0 ? '' : strings.ranked(wordsOf(moved), at + 1))
  }
  const swap = (at: number, by: -1 | 1) => {
    const next = [...order]
    const [one, other] = [next[at], next[at + by]]
    if (one === undefined || other === undefined) return
    next[at] = other
    next[at + by] = one
    keep(next, one)
  }
  const rest = options.filter(({ id }) => !order.includes(id))
  return (
    <div className="grid gap-3">
      <p className="text-sm text-ink-2">{strings.rankHint}</p>
      <ol className="grid">
        {order.map((id, at) => (
          <li key={id} className="flex flex-wrap items-center gap-2 border-b-[3px] border-ditch py-2.5">
            <span className="min-w-0 flex-1 basis-40">
              <span className="text-sm font-label text-ink-2">{strings.place(at + 1)}</span>
              <span className="block text-lg/[1.25] font-strong wrap-anywhere">{wordsOf(id)}</span>
              <span className="block text-sm whitespace-pre-line wrap-anywhere text-ink-2">
                {options.find((option) => option.id === id)?.description}
              </span>
            </span>
            <Button
              size="icon"
              aria-label={strings.up(wordsOf(id))}
              disabled={at === 0}
              icon={<ArrowUp size={20} aria-hidden />}
              onClick={() => swap(at, -1)}
            />
            <Button
              size="icon"
              aria-label={strings.down(wordsOf(id))}
              disabled={at === order.length - 1}
              icon={<ArrowDown size={20} aria-hidden />}
              onClick={() => swap(at, 1)}
            />
            {order.length > 1 ? (
              <Button
                size="icon"
                variant="quiet"
                aria-label={strings.takeOut(wordsOf(id))}
                icon={<X size={20} aria-hidden />}
                onClick={() =>
                  keep(
                    order.filter((other) => other !== id),
                    id,
                  )
                }
              />
            ) : null}
          </li>
        ))}
      </ol>
      {rest.length > 0 ? (
        <section className="grid gap-1">
          <h3 className="text-sm font-label text-ink-2">{strings.notPlaced}</h3>
          <ul className="grid">
            {rest.map((option) => (
              <li key={option.id} className="flex items-center gap-3 border-b border-ditch py-2.5">
                <div className="min-w-0 flex-1">
                  <OptionHead option={option} />
                </div>
                <Button
                  size="icon"
                  aria-label={strings.putIn(option.words)}
                  disabled={order.length >= places}
                  icon={<Plus size={20} aria-hidden />}
                  onClick={() => keep([...order, option.id], option.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
