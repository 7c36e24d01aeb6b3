import { memo, useCallback, useMemo, useState } from 'react'
import { chunkOf } from '#react/chunk.ts'
import { DeskProvider, type ArtefactViewProps } from '#react/workplace.tsx'
import type { shape } from '../shape.ts'
import { PageHeader } from './page-header.tsx'
import { EmptyNote, sections } from './part.tsx'
import { SentencePart } from './sentence-part.tsx'
import { FoldContext } from './use-folds.ts'
import { PageContext, ProblemContext, useMainId, usePage, usePageState } from './use-page.ts'
import { WorldPart } from './world-part.tsx'
import './problem-statement.css'

const LowerParts = chunkOf(async () => (await import('./lower-parts.tsx')).LowerParts)
LowerParts.fetch()
const RemovedNote = chunkOf(async () => (await import('./removed-note.tsx')).RemovedNote)
RemovedNote.fetch()

/** The page of a problem: the sentence, the two worlds, its parts, and how groups come to one sentence. */
export const ProblemStatementView = ({ desk, title }: ArtefactViewProps<typeof shape>) => {
  const { page, folds, said, removed, forgetRemoved } = usePageState(desk)
  const mainId = useMainId(desk)
  return (
    <DeskProvider value={desk}>
      <PageContext value={page}>
        <FoldContext value={folds}>
          <main className="parcels relative h-full min-h-0 content-start max-md:scroll-pt-16 max-md:overflow-y-auto md:grid-rows-[auto_auto_minmax(0,1fr)] md:content-stretch">
            {mainId ? <Whole mainId={mainId} title={title} /> : <NotBegun title={title} />}
            <p role="status" className="sr-only">
              {said}
            </p>
            {removed === null ? null : <RemovedNote what={removed} onDone={forgetRemoved} />}
          </main>
        </FoldContext>
      </PageContext>
    </DeskProvider>
  )
}

const Whole = memo(({ mainId, title }: { readonly mainId: string; readonly title: string }) => {
  const scope = useMemo(() => ({ id: mainId, isPart: false }), [mainId])
  const [whole, setWhole] = useState(false)
  const onReady = useCallback(() => setWhole(true), [])
  return (
    <ProblemContext value={scope}>
      <PageHeader title={title} whole={whole} />
      <div className="parcels @container relative content-start md:overflow-y-auto">
        <SentencePart />
        <WorldPart />
        <LowerParts onReady={onReady} waiting={<Coming />} />
      </div>
    </ProblemContext>
  )
})

const firstBelow = sections.indexOf('parts')

// Land that is on its way: drawn at once with its titles.
const Coming = () => {
  const { strings } = usePage()
  return sections.slice(firstBelow).map((section) => (
    <div key={section} className="min-h-24 bg-field px-4 py-3 text-lg font-strong text-ink-3 md:px-7">
      {strings.sections[section]}
    </div>
  ))
}

// The server makes the first content; until it is here there is nothing to write in.
const NotBegun = ({ title }: { readonly title: string }) => {
  const { strings } = usePage()
  return (
    <div className="parcel px-4 py-5 md:px-7">
      <h1 className="mb-3 text-2xl font-display">{title}</h1>
      <EmptyNote>{strings.notBegun}</EmptyNote>
    </div>
  )
}
