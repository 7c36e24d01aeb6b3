import type { SharedDocument } from '#crdt/document.ts'
import type { workspaceShape } from '#domain/workspace.ts'
import { TextField } from '#react/text-field.tsx'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { homeStrings } from './strings.ts'

type QuestionProps = {
  readonly workspace: SharedDocument<typeof workspaceShape>
  /** Facilitators write the question together with the group; everybody reads it. */
  readonly canWrite: boolean
}

/** The question that everything here is about. */
export const Question = ({ workspace, canWrite }: QuestionProps) => {
  const strings = useStrings(homeStrings)
  const question = useContent(workspace, (content) => content.question)
  const title = useContent(workspace, (content) => content.title)
  return (
    <header className="parcel px-4 py-5 sm:px-7">
      <p className="text-sm font-label text-ink-2">{strings.ourQuestion}</p>
      <h1 className={canWrite ? 'sr-only' : 'max-w-[27em] text-2xl font-display text-pretty'}>
        {question || title || strings.noQuestion}
      </h1>
      {canWrite ? (
        <div className="-mx-3 text-2xl font-display [&_textarea]:border-transparent [&_textarea]:hover:border-ditch">
          <TextField
            path={['question']}
            label={strings.ourQuestion}
            hideLabel
            hint={strings.questionHint}
            placeholder={strings.questionHint}
          />
        </div>
      ) : null}
    </header>
  )
}
