import type { workspaceShape } from '#domain/workspace.ts'
import { LineField } from '#react/line-field.tsx'
import { TextField } from '#react/text-field.tsx'
import { useContent } from '#react/use-content.ts'
import { useStrings } from '#react/use-strings.tsx'
import { DeskProvider, useWorkplace, type Desk } from '#react/workplace.tsx'
import { settingsStrings } from './strings.ts'

/** Name, place and promise of the workspace: written by facilitators, kept per keystroke, read by everybody. */
export const AboutWorkspace = ({ desk }: { readonly desk: Desk<typeof workspaceShape> }) => {
  const strings = useStrings(settingsStrings)
  const { author } = useWorkplace()
  const title = useContent(desk.document, (content) => content.title)
  const place = useContent(desk.document, (content) => content.place)
  const promise = useContent(desk.document, (content) => content.influencePromise)
  const set = (field: 'title' | 'place') => (value: string) => {
    desk.document.change(author, (draft) => draft[field].set(value))
  }
  return (
    <DeskProvider value={desk}>
      <div className="grid gap-4 sm:grid-cols-2">
        <LineField label={strings.name} value={title} maxLength={120} onChange={set('title')} />
        <LineField label={strings.place} value={place} maxLength={120} onChange={set('place')} />
        <div className="sm:col-span-2">
          {desk.canWrite ? (
            <TextField label={strings.promise} hint={strings.promiseHint} path={['influencePromise']} rows={2} />
          ) : (
            <>
              <p className="font-label">{strings.promise}</p>
              <p className="max-w-[68ch] text-ink-2">{promise || strings.noPromise}</p>
            </>
          )}
        </div>
      </div>
    </DeskProvider>
  )
}
