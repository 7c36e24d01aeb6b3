import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { longestLogoWords } from '#domain/logo.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Refusal } from '../../api/ask.ts'
import { callExporting } from '../../api/exporting-call.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { drawnLogo } from './drawn-logo.ts'
import { logoStrings } from './logo-strings.ts'
import { logoKey, useLogo } from './use-logo.ts'

type Fault = keyof (typeof logoStrings)['nl']['errors']
type Faults = { readonly png?: Fault | undefined; readonly alternative?: Fault }
type State = { readonly busy: boolean; readonly said: 'saved' | 'removed' | null; readonly refusal: Refusal | null }
const idle: State = { busy: false, said: null, refusal: null }

/** Where whoever leads puts their own logo on the title page of reports, and takes it off again. */
export const LogoField = ({ offline }: { readonly offline: boolean }) => {
  const strings = useStrings(logoStrings)
  const problem = useProblem()
  const queries = useQueryClient()
  const { workspaceId } = useWorkplace()
  const { data: logo = null } = useLogo()
  const file = useRef<HTMLInputElement>(null)
  /** A photo takes a moment; who saves within it means that photo. */
  const drawing = useRef<ReturnType<typeof drawnLogo> | null>(null)
  const [png, setPng] = useState<string | null>(null)
  const [written, setWritten] = useState<string | null>(null)
  const [faults, setFaults] = useState<Faults>({})
  const [state, setState] = useState(idle)
  const words = written ?? logo?.alternative ?? ''
  const shown = png ?? logo?.png ?? null
  const params = { workspace: workspaceId }

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    setState(idle)
    const made = drawnLogo(chosen)
    drawing.current = made
    const drawn = await made
    // Something else was chosen in the meantime.
    if (drawing.current !== made) return
    drawing.current = null
    setPng(drawn.ok ? drawn.value : null)
    setFaults({ ...faults, ...(drawn.ok ? { png: undefined } : { png: drawn.reason }) })
  }
  const settle = async (
    asked: ReturnType<typeof callExporting<'putLogo' | 'removeLogo'>>,
    said: 'saved' | 'removed',
  ) => {
    setState({ ...idle, busy: true })
    const answer = await asked
    const wrong = answer.ok ? undefined : answer.errors.find(({ field }) => field === 'png')
    const fault = (['no-picture', 'too-large', 'too-heavy'] as const).find((code) => code === wrong?.code)
    setFaults(fault ? { png: fault } : {})
    if (answer.ok) {
      setPng(null)
      setWritten(null)
      if (file.current) file.current.value = ''
      await queries.invalidateQueries({ queryKey: logoKey(workspaceId) })
    }
    setState({ busy: false, said: answer.ok ? said : null, refusal: answer.ok || fault ? null : answer })
  }
  const save = async () => {
    const drawn = await drawing.current
    const kept = png ?? logo?.png
    const picture = drawn === null ? kept : drawn.ok ? drawn.value : undefined
    const fault = drawn === null ? faults.png : drawn.ok ? undefined : drawn.reason
    const alternative = words.trim()
    if (picture !== undefined && alternative !== '' && fault === undefined)
      return settle(callExporting('putLogo', { params, body: { png: picture, alternative } }), 'saved')
    const missing = picture === undefined ? 'no-file' : undefined
    setFaults({ png: fault ?? missing, ...(alternative === '' ? { alternative: 'no-words' } : {}) })
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save()
  }
  return (
    <section className="parcel grid flex-1 content-start gap-3 px-4 py-4.5 sm:px-7" aria-labelledby="logo">
      <div>
        <h2 id="logo" className="text-lg/[1.25] font-strong">
          {strings.title}
        </h2>
        <p className="mt-1 text-sm text-ink-2">{strings.lead}</p>
      </div>
      {shown === null ? null : <Picture png={shown} words={words} />}
      <form noValidate className="grid gap-3" onSubmit={onSubmit}>
        <Field label={strings.choose} hint={strings.chooseHint} error={faults.png && strings.errors[faults.png]}>
          {(control) => (
            <input
              {...control}
              ref={file}
              type="file"
              accept="image/png,image/jpeg,image/webp,image/svg+xml"
              onChange={(event) => void choose(event.target.files?.[0])}
              className={`${inputClass} text-sm file:mr-3 file:border-0 file:bg-transparent file:p-0 file:font-label file:text-water`}
            />
          )}
        </Field>
        <Field
          label={strings.alternative}
          hint={strings.alternativeHint}
          error={faults.alternative && strings.errors[faults.alternative]}
        >
          {(control) => (
            <input
              {...control}
              value={words}
              maxLength={longestLogoWords}
              onChange={(event) => setWritten(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={state.busy} disabled={offline}>
            {strings.save}
          </Button>
          {logo === null ? null : (
            <Button
              variant="quiet"
              disabled={offline || state.busy}
              onClick={() => void settle(callExporting('removeLogo', { params }), 'removed')}
            >
              {strings.remove}
            </Button>
          )}
        </div>
      </form>
      <p role="status" className="text-sm text-ink-2">
        {state.said === null ? null : strings[state.said]}
      </p>
      {state.refusal === null ? null : (
        <Notice tone="bad" role="alert">
          {problem(state.refusal)}
        </Notice>
      )}
    </section>
  )
}

/** A picture that is at hand as base64, drawn: no address of it is needed. */
const Picture = ({ png, words }: { readonly png: string; readonly words: string }) => {
  const place = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))
    void createImageBitmap(new Blob([bytes], { type: 'image/png' })).then((picture) => {
      const { current } = place
      if (!current) return
      current.width = picture.width
      current.height = picture.height
      current.getContext('2d')?.drawImage(picture, 0, 0)
    })
  }, [png])
  return (
    <canvas
      ref={place}
      role="img"
      aria-label={words}
      className="max-h-20 w-fit max-w-60 border border-ditch bg-white object-contain p-2"
    />
  )
}
