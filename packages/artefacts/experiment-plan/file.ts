import type { FileForm } from '#domain/artefact.ts'
import { readExperiments } from './file-reading.ts'
import { filedExperiment } from './file-writing.ts'
import type { shape } from './shape.ts'

/** How plans stand in a workspace file: one list, each experiment with all its own lists inside it. */
export const file: FileForm<typeof shape> = {
  lists: ['experiments'],
  read: readExperiments,
  write: (documents) => ({ experiments: documents.map(filedExperiment) }),
}
