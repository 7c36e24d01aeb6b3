import { Download } from 'lucide-react'
import { useState } from 'react'
import { can } from '#domain/permissions.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refusal } from '../../api/ask.ts'
import { useProblem } from '../../shell/use-problem.ts'
import type { Choices, WholeFormat } from './choices.ts'
import { FileList, formats } from './file-list.tsx'
import { PartList } from './part-list.tsx'
import { afterPreview, Preview } from './preview.tsx'
import { saveFile } from './export-file.ts'
import { choicesBefore, keepChoices } from './kept-choices.ts'
import { LogoField } from './logo-field.tsx'
import { useOutcomes } from './use-outcomes.ts'
import { Saying } from './saying.tsx'
import { exportingStrings } from './strings.ts'

type MakerProps = {
  /** How many things of an imported file no screen shows yet. */
  readonly leftovers: number
  readonly offline: boolean
  /** Called when files were made, so that the list of them is read again. */
  readonly onMade: () => void
}

/** Where a report is put together: what goes in, which files, what it says of people, and how it looks. */
export const Maker = ({ leftovers, offline, onMade }: MakerProps) => {
  const strings = useStrings(exportingStrings)
  const own = useLocale()
  const { me } = useWorkplace()
  const [choices, setChoices] = useState(() => choicesBefore(own))
  const told = useOutcomes(choices.session)
  const choosing = {
    choices,
    onChange: (chosen: Choices) => {
      keepChoices(chosen)
      setChoices(chosen)
    },
  }
  return (
    <div className="grid content-stretch gap-ditch bg-ditch lg:grid-cols-2 xl:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)_25rem]">
      <div className="flex flex-col gap-ditch bg-ditch">
        <PartList {...choosing} told={told} />
        <div className="parcel flex-1 px-4 py-2 sm:px-7">
          {leftovers > 0 ? (
            <Notice tone="plain" title={`${strings.kept}.`} className="my-2">
              {strings.keptHint(leftovers)}
            </Notice>
          ) : null}
        </div>
      </div>
      <div className="flex flex-col gap-ditch bg-ditch">
        <FileList {...choosing} />
        <Saying {...choosing} />
        {can(me.role, 'write-workspace') ? <LogoField offline={offline} /> : <div className="parcel flex-1" />}
      </div>
      <aside aria-labelledby="preview" className="bg-sky lg:col-span-2 xl:col-span-1">
        <div className="grid content-start gap-4 px-4 py-4.5 sm:px-7 lg:grid-cols-[minmax(0,27.5rem)_minmax(0,1fr)] xl:sticky xl:top-0 xl:grid-cols-1">
          <Preview {...choosing} offline={offline} />
          <Making choices={choices} offline={offline} onMade={onMade} />
        </div>
      </aside>
    </div>
  )
}

type State =
  | { readonly is: 'idle' }
  | { readonly is: 'busy'; readonly format: WholeFormat; readonly at: number; readonly of: number }
  | { readonly is: 'made'; readonly count: number }
  | { readonly is: 'failed'; readonly format: WholeFormat; readonly refusal: Refusal }

/** The one button: makes the chosen files one after the other, and says how far it is. */
const Making = ({ choices, offline, onMade }: { readonly choices: Choices } & Omit<MakerProps, 'leftovers'>) => {
  const strings = useStrings(exportingStrings)
  const problem = useProblem()
  const { workspaceId } = useWorkplace()
  const [state, setState] = useState<State>({ is: 'idle' })
  const wanted = formats.flatMap(({ format }) => (choices.formats.includes(format) ? [format] : []))
  const make = async () => {
    for (const [at, format] of wanted.entries()) {
      setState({ is: 'busy', format, at: at + 1, of: wanted.length })
      const refusal = await saveFile({ workspaceId, format, choices })
      if (refusal) {
        setState({ is: 'failed', format, refusal })
        onMade()
        return
      }
    }
    setState({ is: 'made', count: wanted.length })
    onMade()
  }
  return (
    <div className="grid content-start gap-3">
      <Button
        id={afterPreview}
        variant="main"
        size="large"
        className="w-full sm:w-fit"
        icon={<Download size={20} aria-hidden />}
        busy={state.is === 'busy'}
        disabled={wanted.length === 0 || offline}
        onClick={() => void make()}
      >
        {strings.makeFiles(wanted.length)}
      </Button>
      <p role="status" className="text-sm text-ink-2">
        {state.is === 'busy' ? strings.makingOne(strings[state.format], state.at, state.of) : null}
        {state.is === 'made' ? strings.madeAll(state.count) : null}
        {wanted.length === 0 ? strings.chooseOne : null}
      </p>
      {offline ? (
        <Notice tone="care" role="status">
          {strings.offline}
        </Notice>
      ) : null}
      {state.is === 'failed' ? (
        <Notice tone="bad" role="alert" title={strings.failed(strings[state.format])}>
          {problem(state.refusal)}
        </Notice>
      ) : null}
    </div>
  )
}
