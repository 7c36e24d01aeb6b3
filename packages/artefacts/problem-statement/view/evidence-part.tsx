import { Quote } from 'lucide-react'
import { lazy, memo, Suspense, useState } from 'react'
import { plainText } from '#crdt/prose.ts'
import type { Evidence } from '#domain/evidence.ts'
import { useContent } from '#react/use-content.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Marker } from '#ui/marker.tsx'
import { lowerStrings } from './lower-strings.ts'
import { EvidenceTie } from './evidence-tie.tsx'
import { ConsentChip } from './consent-chip.tsx'
import { Said } from './marks.tsx'
import { EmptyNote, Part, useAdding } from './part.tsx'
import { RowActions } from './row-actions.tsx'
import { useNamed } from './use-named.ts'
import { usePage, useProblem } from './use-page.ts'

const EvidenceForm = lazy(async () => ({ default: (await import('./evidence-form.tsx')).EvidenceForm }))
const NewEvidenceForm = lazy(async () => ({ default: (await import('./evidence-form.tsx')).NewEvidenceForm }))

/** What people said themselves, with what they allow, and what else shows that it is so. */
export const EvidencePart = () => {
  const { desk } = usePage()
  const lower = useStrings(lowerStrings)
  const { problem } = useProblem()
  const { evidence } = useWorkplace()
  const known = useContent(evidence, (register) => {
    const tied = new Set<string>(problem.evidenceIds)
    return register.evidence.filter(({ id }) => tied.has(id))
  })
  const quotes = known.filter(({ kind }) => kind === 'quote')
  const others = known.filter(({ kind }) => kind !== 'quote')
  const shown = useShown(known)
  const loose = useNamedLoose()
  const adding = useAdding()
  const [tying, setTying] = useState(false)
  return (
    <Part
      section="quotes"
      title={lower.quotesTitle}
      note={lower.quotesNote}
      bare
      action={adding.button(lower.addQuote)}
    >
      {adding.open ? (
        <div className="px-4 md:px-7">
          <Suspense>
            <NewEvidenceForm onDone={adding.close} />
          </Suspense>
        </div>
      ) : null}
      {quotes.length === 0 ? (
        <div className="px-4 pb-4 md:px-7">
          <EmptyNote>{lower.noQuotes}</EmptyNote>
        </div>
      ) : (
        <div className="overflow-hidden border-t border-b-[3px] border-ditch">
          <ul className="-mr-ditch -mb-ditch grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))]">
            {quotes.slice(0, shown.most).map((quote) => (
              <QuoteParcel key={quote.id} quote={quote} />
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 ? (
        <ul className="px-4 md:px-7">
          {others.slice(0, shown.most).map((row) => (
            <OtherRow key={row.id} row={row} />
          ))}
        </ul>
      ) : null}
      {Math.max(quotes.length, others.length) > shown.most ? (
        <div className="px-4 pt-2 md:px-7">
          <Button size="dense" onClick={shown.all}>
            {lower.showAll(known.length)}
          </Button>
        </div>
      ) : null}
      {loose ? (
        <div className="px-4 pt-3 md:px-7">
          <h3 className="text-sm font-strong">{lower.looseEvidence}</h3>
          <ul>
            <OtherRow row={loose} />
          </ul>
        </div>
      ) : null}
      {desk.canWrite ? (
        <div className="px-4 py-2 md:px-7">
          <Button
            variant="quiet"
            size="dense"
            className="-ml-3 text-ink-2"
            aria-expanded={tying}
            onClick={() => setTying(!tying)}
          >
            {lower.fromRegister}
          </Button>
        </div>
      ) : null}
      {tying ? (
        <div className="mx-4 mb-4 bg-field p-4 md:mx-7">
          <EvidenceTie place={{ list: 'problems', id: problem.id }} ids={problem.evidenceIds} />
        </div>
      ) : null}
    </Part>
  )
}

/** Of each sort; a wall of quotes is read by nobody, and the rest is one press away. */
const mostAtFirst = 12

// What the address names is always there.
const useShown = (known: readonly Evidence[]) => {
  const [isAll, setAll] = useState(false)
  const named = useNamed()
  const isNamed = known.some(({ id }) => id === named)
  return { most: isAll || isNamed ? Number.POSITIVE_INFINITY : mostAtFirst, all: () => setAll(true) }
}

// Evidence that the address names stands on the page of the problem, also when no problem here leans on it.
const useNamedLoose = (): Evidence | undefined => {
  const { desk } = usePage()
  const { isPart } = useProblem()
  const { evidence } = useWorkplace()
  const named = useNamed()
  const isTied = useContent(desk.document, ({ problems }) =>
    problems.some(({ evidenceIds }) => evidenceIds.some((id) => id === named)),
  )
  const found = useContent(evidence, (register) => register.evidence.find(({ id }) => id === named))
  return isPart || isTied ? undefined : found
}

const QuoteParcel = memo(({ quote }: { readonly quote: Evidence }) => {
  const lower = useStrings(lowerStrings)
  const [open, setOpen] = useState(false)
  const said = plainText(quote.text)
  return (
    <li className="flex flex-col border-r-[3px] border-b-[3px] border-ditch" data-item={quote.id}>
      <figure className="flex flex-1 flex-col gap-3.5 px-4 pt-4 pb-2 md:pr-5 md:pl-7">
        <blockquote className="text-[1.25rem]/[1.3] tracking-[-0.012em] text-balance italic sm:text-[1.375rem]/[1.25]">
          <Said>{said}</Said>
        </blockquote>
        <figcaption className="mt-auto grid grid-cols-[1rem_1fr] items-center justify-items-start gap-x-2.5 gap-y-2 text-sm text-ink-2">
          <SourceMark evidence={quote} />
          {quote.sourceLabel === '' ? lower.noSource : <Said>{quote.sourceLabel}</Said>}
          <span className="col-start-2 flex flex-wrap items-center gap-x-1">
            <ConsentChip evidence={quote} />
            <RowActions id={quote.id} what={said} open={open} onToggle={() => setOpen(!open)} />
          </span>
        </figcaption>
      </figure>
      {open ? (
        <Suspense>
          <EvidenceForm evidence={quote} />
        </Suspense>
      ) : null}
    </li>
  )
})

// The marker of the group that is closest to the source; somebody from outside has none.
const SourceMark = ({ evidence: { sourceKind } }: { readonly evidence: Evidence }) => {
  const { perspectives } = useWorkplace()
  const group = perspectives.find(({ base }) => base === sourceKind)
  return group ? <Marker slot={group.marker} size={15} name={group.title} /> : <Quote size={15} aria-hidden />
}

const OtherRow = memo(({ row }: { readonly row: Evidence }) => {
  const lower = useStrings(lowerStrings)
  const [open, setOpen] = useState(false)
  const said = plainText(row.text)
  return (
    <li className="border-t border-ditch py-2 text-sm first:border-t-0" data-item={row.id}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-64">
          <span className="text-xs font-strong text-ink-2">{lower.evidenceKinds[row.kind]}</span> <Said>{said}</Said>
          <span className="block text-xs text-ink-3">
            <Said>{row.sourceLabel}</Said>
          </span>
        </p>
        <ConsentChip evidence={row} />
        <RowActions id={row.id} what={said} open={open} onToggle={() => setOpen(!open)} />
      </div>
      {open ? (
        <Suspense>
          <EvidenceForm evidence={row} />
        </Suspense>
      ) : null}
    </li>
  )
})
