import { lazy, Suspense, useEffect } from 'react'
import type { ArtefactKind } from '#artefacts/models.ts'
import { views } from '#artefacts/views.ts'
import type { Chunk } from '#react/chunk.ts'
import { DeskProvider, useWorkplace, type ArtefactViewProps } from '#react/workplace.tsx'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import type { Artefact } from '../api/use-facts.ts'
import { useStatus } from '../features/saving/use-status.ts'
import { ErrorBoundary } from '../shell/error-boundary.tsx'
import { kinds } from '../api/kinds.ts'
import { useTitle } from '../shell/navigation.ts'
import { useJump } from '../shell/use-jump.ts'
import type { OpenDocument } from './frame.tsx'
import { PartMessage } from './part-message.tsx'
import { shapes, type ShapeOf } from './shapes.ts'
import { LoadingPart } from './states.tsx'
import { frameStrings } from './strings.ts'
import { useRoom } from './use-room.ts'

const ReadingAids = lazy(async () => ({ default: (await import('#react/reading-aids.tsx')).ReadingAids }))
const RemarkPanel = lazy(async () => ({ default: (await import('#react/remark-panel.tsx')).RemarkPanel }))

type ArtefactPageProps<Kind extends ArtefactKind> = {
  readonly kind: Kind
  readonly artefact: Artefact
  readonly workspaceTitle: string
  /** Tells the frame how the document of this page stands. */
  readonly onOpen: (document: OpenDocument | null) => void
}

/** One artefact: opens its document and shows the view of its kind, once there is something to show. */
export const ArtefactPage = <Kind extends ArtefactKind>(props: ArtefactPageProps<Kind>) => {
  const { kind, artefact, workspaceTitle, onOpen } = props
  const strings = useStrings(frameStrings)
  const locale = useLocale()
  const { workspaceId, author } = useWorkplace()
  const shape: ShapeOf<Kind> = shapes[kind]
  const room = useRoom<ShapeOf<Kind>>({ workspaceId, documentId: artefact.id, shape, author })
  const title = artefact.title || kinds[kind].name[locale]
  const standing = useStatus(room?.connection, ({ readable, state }) => (readable ? 'readable' : state))
  const readable = standing === 'readable'
  const View: Chunk<ArtefactViewProps<ShapeOf<Kind>>> = views[kind]
  // The page of the kind comes while its document does.
  useEffect(() => View.fetch(), [View])
  useTitle(title, workspaceTitle)
  useJump(readable)
  useEffect(() => {
    onOpen(room)
    return () => onOpen(null)
  }, [room, onOpen])

  if (!room) return <LoadingPart />
  if (standing === 'ended') return <GonePart />
  if (standing === 'offline') {
    return (
      <PartMessage title={strings.notHere} words={strings.notHereHint}>
        <Button variant="main" onClick={room.connection.retry}>
          {strings.retry}
        </Button>
      </PartMessage>
    )
  }
  if (!readable) return <LoadingPart />
  return (
    <ErrorBoundary key={artefact.id} Fallback={BrokenPart}>
      <DeskProvider value={room.desk}>
        <div className="flex h-full min-h-0 print:block print:h-auto">
          <div className="h-full min-w-0 flex-1 print:h-auto">
            <View desk={room.desk} title={title} waiting={<LoadingPart />} />
          </div>
          <Suspense>
            <ReadingAids />
            <RemarkPanel documentId={artefact.id} />
          </Suspense>
        </div>
      </DeskProvider>
    </ErrorBoundary>
  )
}

const BrokenPart = ({ retry }: { retry: () => void }) => {
  const strings = useStrings(frameStrings)
  return (
    <PartMessage title={strings.viewBroke} words={strings.viewBrokeHint}>
      <Button variant="main" onClick={retry}>
        {strings.again}
      </Button>
    </PartMessage>
  )
}

/** An artefact that was taken away, or never was. */
export const GonePart = () => {
  const strings = useStrings(frameStrings)
  const { workspaceId } = useWorkplace()
  useTitle(strings.gone)
  return (
    <PartMessage title={strings.gone} words={strings.goneHint}>
      <a href={`/w/${workspaceId}`} className={buttonClass({ variant: 'main' })}>
        {strings.toOverview}
      </a>
    </PartMessage>
  )
}
