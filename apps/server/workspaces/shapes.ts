import { models } from '#artefacts/models.ts'
import { rootNames } from '#crdt/document.ts'
import { proseBlocks } from '#crdt/prose.ts'
import type { Field, Shape } from '#crdt/shape.ts'
import { evidenceShape } from '#domain/evidence.ts'
import { sessionShape } from '#domain/session.ts'
import { workspaceShape } from '#domain/workspace.ts'
import type { RootKind, Shapes } from '../rooms-contract.ts'

const platformShapes: { readonly [kind: string]: Shape } = {
  workspace: workspaceShape,
  evidence: evidenceShape,
  session: sessionShape,
}

/** The shape of a kind of document, of the platform's own and of every artefact; `undefined` for an unknown kind. */
export const shapeOf = (kind: string): Shape | undefined => {
  if (Object.hasOwn(platformShapes, kind)) return platformShapes[kind]
  return Object.values(models).find((model) => model.kind === kind)?.shape
}

const rootKinds: Readonly<Record<Field['kind'], RootKind>> = {
  table: 'table',
  set: 'map',
  value: 'map',
  text: 'text',
  prose: 'xml',
}

/** What the gate lets through for a kind: its declared roots, each of its own type, and the elements of our prose. */
export const writableShapes: Shapes = (kind) => {
  const shape = shapeOf(kind)
  if (!shape) return null
  const roots = Object.fromEntries(rootNames(shape).map((name) => [name, rootKinds[shape[name]?.kind ?? 'value']]))
  return { roots, elements: new Set(proseBlocks) }
}
