import type { FileForm } from '#domain/artefact.ts'
import { readProblems } from './file-reading.ts'
import { filedFormulations, filedProblems } from './file-writing.ts'
import type { shape } from './shape.ts'

/** How statements stand in a workspace file: all problems in one list, with their own lists inside, and all formulations. */
export const file: FileForm<typeof shape> = {
  lists: ['problems', 'formulations'],
  read: readProblems,
  write: (documents) => ({
    problems: documents.flatMap(filedProblems),
    formulations: documents.flatMap(filedFormulations),
  }),
}
