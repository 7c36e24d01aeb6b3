import { lazy, Suspense, type ComponentProps } from 'react'

// Most people only read the list; what changes it comes a moment later, in the room kept for it.
const Add = lazy(async () => ({ default: (await import('./add-artefact.tsx')).AddArtefact }))
const Actions = lazy(async () => ({ default: (await import('./artefact-actions.tsx')).ArtefactActions }))

/** Adds one more thing to make. */
export const AddArtefact = (props: ComponentProps<typeof Add>) => (
  <Suspense fallback={<div className="h-target" />}>
    <Add {...props} />
  </Suspense>
)

/** What facilitators do with one thing of the list. */
export const ArtefactActions = (props: ComponentProps<typeof Actions>) => (
  <Suspense fallback={<span className="size-9 pointer-coarse:size-11" />}>
    <Actions {...props} />
  </Suspense>
)
