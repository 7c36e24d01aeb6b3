import { useEffect, useMemo, useRef, useState, type DragEvent } from 'react'
import { newId } from '#kernel/id.ts'
import type { ImportedFile } from '#react/imports.ts'
import { useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { importRowsOf } from '../formats/import-rows.ts'
import type { Mapping } from '../formats/mapping.ts'
import type { ImportPlan } from '../formats/plan.ts'
import type { ReadFiles, ReadRefusal } from '../formats/read.ts'
import { fileStrings } from './file-strings.ts'
import { ImportMapping } from './import-mapping.tsx'
import { ImportPreview } from './import-preview.tsx'
import { createImportReader } from './import-reader.ts'
import { useMapPage } from './use-map.ts'

type Step =
  | { readonly at: 'choose'; readonly refused: ReadRefusal | 'too-long' | null }
  | { readonly at: 'reading' }
  | { readonly at: 'look'; readonly title: string; readonly read: ReadFiles }
  | { readonly at: 'done'; readonly file: ImportedFile }

/** From a file to the map: choose it, see what its columns are taken for and what would happen, and bring it in. */
export const ImportSteps = ({ onBrought }: { onBrought: () => void }) => {
  const strings = useStrings(fileStrings)
  const { say } = useMapPage()
  const reader = useMemo(() => createImportReader(), [])
  useEffect(() => reader.stop, [reader])
  const [step, setStep] = useState<Step>({ at: 'choose', refused: null })
  const [guessed, setGuessed] = useState<Mapping | null>(null)

  const open = async (files: readonly File[]) => {
    if (files.length === 0) return
    setStep({ at: 'reading' })
    const read = await reader.read(files.slice(0, 2))
    if (!read.ok) return setStep({ at: 'choose', refused: read.reason })
    setGuessed(read.mapping)
    setStep({ at: 'look', title: files.map(({ name }) => name).join(', '), read: read.read })
  }
  const again = () => setStep({ at: 'choose', refused: null })

  if (step.at === 'done') return <Done file={step.file} onAgain={again} onUndone={onBrought} />
  if (step.at === 'look' && guessed) {
    return (
      <Look
        title={step.title}
        read={step.read}
        guessed={guessed}
        plan={reader.plan}
        onBack={again}
        onDone={(file) => {
          say(strings.done(file.added, file.changed))
          setStep({ at: 'done', file })
          onBrought()
        }}
      />
    )
  }
  return <Choose busy={step.at === 'reading'} refused={step.at === 'choose' ? step.refused : null} onFiles={open} />
}

type ChooseProps = {
  readonly busy: boolean
  readonly refused: ReadRefusal | 'too-long' | null
  readonly onFiles: (files: readonly File[]) => Promise<void>
}

const Choose = ({ busy, refused, onFiles }: ChooseProps) => {
  const strings = useStrings(fileStrings)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void onFiles([...event.dataTransfer.files])
  }
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`grid justify-items-start gap-2 border-2 border-dashed px-4 py-4 ${over ? 'border-water bg-water-tint' : 'border-ditch'}`}
    >
      <p className="text-sm text-ink-2">{strings.bringInHint}</p>
      <label className={`${buttonClass({ variant: 'main' })} has-focus-visible:outline-3`}>
        {strings.choose}
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,.ods,.json,.gexf,.graphml,.xml,.zip"
          className="absolute size-px overflow-hidden opacity-0"
          disabled={busy}
          onChange={(event) => {
            void onFiles([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <p className="text-sm text-ink-3">{strings.drop}</p>
      <p role="status" className={busy ? 'text-sm' : 'sr-only'}>
        {busy ? strings.reading : ''}
      </p>
      {refused === null ? null : (
        <Notice tone="bad" role="alert" className="w-full">
          {strings.refused[refused]}
        </Notice>
      )}
    </div>
  )
}

type LookProps = {
  readonly title: string
  readonly read: ReadFiles
  readonly guessed: Mapping
  readonly plan: ReturnType<typeof createImportReader>['plan']
  readonly onBack: () => void
  readonly onDone: (file: ImportedFile) => void
}

const Look = ({ title, read, guessed, plan: planFor, onBack, onDone }: LookProps) => {
  const { desk, map } = useMapPage()
  const { imports } = useWorkplace()
  const strings = useStrings(fileStrings)
  const [mapping, setMapping] = useState(guessed)
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map())
  const [plan, setPlan] = useState<ImportPlan | null>(null)
  const [state, setState] = useState<'idle' | 'busy' | keyof (typeof strings)['failed']>('idle')
  const [id] = useState(() => newId('im'))
  const { tables, separator, encoding } = read
  useEffect(() => {
    let live = true
    void planFor(map, tables, mapping, answers).then((made) => {
      if (live) setPlan(made)
    })
    return () => {
      live = false
    }
  }, [planFor, map, tables, mapping, answers])

  const rows = useMemo(() => (plan ? importRowsOf(plan) : null), [plan])
  const isIdle = rows !== null && rows.parties.length + rows.lines.length === 0
  const bring = async () => {
    if (!rows) return
    setState('busy')
    const brought = await imports.bring(desk.documentId, { id, title: title.slice(0, 200), rows })
    if (brought.ok) return onDone(brought.value)
    const { reason } = brought
    setState(reason === 'conflict' || reason === 'import-too-large' || reason === 'forbidden' ? reason : 'other')
  }
  return (
    <div className="grid gap-4">
      <p>
        <span className="font-label break-words">{title}</span>.{' '}
        {strings.found(tables.parties.rows.length, tables.lines.rows.length)}{' '}
        {separator !== null && encoding !== null ? (
          <span className="text-ink-3">{strings.readAs(strings.separators[separator], encoding)}</span>
        ) : null}
      </p>
      <ImportMapping tables={tables} mapping={mapping} onChange={setMapping} />
      <section aria-labelledby="happens" className="grid gap-3">
        <h4 id="happens" className="font-strong">
          {strings.happens}
        </h4>
        {plan ? (
          <ImportPreview
            plan={plan}
            answers={answers}
            onAnswer={(key, answer) => setAnswers(new Map(answers).set(key, answer))}
          />
        ) : (
          <p className="text-ink-2">{strings.counting}</p>
        )}
      </section>
      {state === 'idle' || state === 'busy' ? null : (
        <Notice tone="bad" role="alert">
          {strings.failed[state]}
        </Notice>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onBack}>
          {strings.back}
        </Button>
        <Button variant="main" busy={state === 'busy'} disabled={rows === null || isIdle} onClick={() => void bring()}>
          {isIdle ? strings.nothingToDo : strings.bring}
        </Button>
      </div>
    </div>
  )
}

type DoneProps = { readonly file: ImportedFile; readonly onAgain: () => void; readonly onUndone: () => void }

const Done = ({ file, onAgain, onUndone }: DoneProps) => {
  const { desk, say } = useMapPage()
  const { imports } = useWorkplace()
  const strings = useStrings(fileStrings)
  const [words, setWords] = useState<string | null>(null)
  const takeBack = async () => {
    const undone = await imports.undo(desk.documentId, file.id)
    const told = undone.ok
      ? strings.undone(undone.value.removed, undone.value.restored, undone.value.kept)
      : strings.failed.other
    setWords(told)
    say(told)
    onUndone()
  }
  return (
    <Notice
      tone={words === null ? 'good' : 'plain'}
      role="status"
      actions={
        <>
          {words === null ? <Button onClick={() => void takeBack()}>{strings.undo}</Button> : null}
          <Button variant="quiet" onClick={onAgain}>
            {strings.back}
          </Button>
        </>
      }
    >
      {words ?? strings.done(file.added, file.changed)}
    </Notice>
  )
}
