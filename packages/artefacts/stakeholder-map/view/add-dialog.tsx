import { useId, useRef, useState, type FormEvent } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { addStakeholders, mostPasted, readNames } from '../bulk.ts'
import { looksLikePerson, nearDuplicates } from '../names.ts'
import { askControl, AskFrame } from './ask-dialog.tsx'
import { partStrings } from './part-strings.ts'
import { useMapPage } from './use-map.ts'

type AddProps = { readonly onClose: () => void; readonly onAdded: (id: string) => void }

/** Adds parties one after another: a name, Enter, the next; or a whole list at once. */
export const AddDialog = ({ onClose, onAdded }: AddProps) => {
  const [pasting, setPasting] = useState<string | null>(null)
  const { strings } = useMapPage()
  return (
    <AskFrame title={strings.addTitle} onClose={onClose}>
      {pasting === null ? (
        <Quick onClose={onClose} onAdded={onAdded} onPaste={setPasting} />
      ) : (
        <Paste first={pasting} onBack={() => setPasting(null)} onClose={onClose} />
      )}
    </AskFrame>
  )
}

const Quick = ({ onClose, onAdded, onPaste }: AddProps & { onPaste: (text: string) => void }) => {
  const { map, add, strings } = useMapPage()
  const own = useStrings(partStrings)
  const [name, setName] = useState('')
  const [added, setAdded] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [double] = nearDuplicates(map, name)
  const hint = double ? strings.alike(double.name) : looksLikePerson(name) ? strings.likePerson : ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const made = add(name)
    if (made === null) return
    setAdded([...added, { id: made, name: name.trim() }])
    setName('')
    input.current?.focus()
  }
  const close = () => {
    onClose()
    const last = added.at(-1)
    if (last) onAdded(last.id)
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-label">
          {strings.name}
        </label>
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {strings.nameHint} {own.quickHint}
        </p>
        <div className="flex gap-2">
          <input
            ref={input}
            id={id}
            // The first field of a question that the person opened.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-describedby={`${id}-hint ${id}-warn`}
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPaste={(event) => {
              const text = event.clipboardData.getData('text')
              if (!/[\r\n]/.test(text.trim())) return
              event.preventDefault()
              onPaste(text)
            }}
            className={askControl}
          />
          <Button type="submit" variant="main" disabled={name.trim() === ''}>
            {own.addOne}
          </Button>
        </div>
        <p id={`${id}-warn`} role="status" className={hint === '' ? 'sr-only' : 'bg-light-tint px-3 py-2 text-sm'}>
          {hint}
        </p>
      </div>
      {added.length > 0 ? (
        <ul aria-label={own.added(added.length)} className="flex flex-wrap gap-1.5 text-sm">
          {added.map((each) => (
            <li key={each.id} className="rounded-chip bg-water-tint px-2.5 py-0.5">
              {each.name}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="quiet" onClick={() => onPaste('')}>
          {own.paste}
        </Button>
        <Button variant={added.length > 0 ? 'default' : 'quiet'} onClick={close}>
          {added.length > 0 ? own.done : strings.cancel}
        </Button>
      </div>
    </form>
  )
}

const Paste = ({ first, onBack, onClose }: { first: string; onBack: () => void; onClose: () => void }) => {
  const { map, act, tell } = useMapPage()
  const own = useStrings(partStrings)
  const [text, setText] = useState(first)
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const id = useId()
  const names = readNames(map, text)
  const isIn = (name: string, doubtful: boolean) => doubtful === out.has(name)
  const chosen = names.filter(({ name, alike, twice }) => isIn(name, twice || alike !== null))
  const flip = (name: string) =>
    setOut((before) =>
      before.has(name) ? new Set([...before].filter((each) => each !== name)) : new Set([...before, name]),
    )
  const done = () => {
    act((draft) =>
      addStakeholders(
        draft,
        chosen.map(({ name }) => name),
      ),
    )
    tell(own.addedMany(chosen.length))
    onClose()
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) done()
      }}
    >
      <label htmlFor={id} className="grid gap-1.5 font-label">
        {own.pasteLabel}
        <span className="text-sm font-normal text-ink-3">{own.pasteHint}</span>
        <textarea
          id={id}
          // As above.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          rows={5}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={`${askControl} py-2 font-normal`}
        />
      </label>
      {names.length > mostPasted ? <p className="bg-reed-tint px-3 py-2 text-sm">{own.tooMany(mostPasted)}</p> : null}
      {names.length > 0 ? (
        <fieldset className="max-h-56 overflow-auto border border-ditch px-3 py-2">
          <legend className="px-1 text-sm font-label">{own.preview}</legend>
          {names.slice(0, mostPasted).map(({ name, alike, twice, person }, at) => {
            const notes = [
              alike ? own.already(alike.name) : '',
              twice ? own.twice : '',
              person ? own.person : '',
            ].filter((note) => note !== '')
            return (
              <label key={`${name}-${at}`} className="flex min-h-8 items-start gap-2 text-sm">
                <input
                  type="checkbox"
                  className="focus-ring mt-0.5 size-5 accent-water"
                  checked={isIn(name, twice || alike !== null)}
                  onChange={() => flip(name)}
                />
                <span>
                  {name}{' '}
                  {notes.length > 0 ? <span className="bg-light-tint px-1 text-ink-2">{notes.join(', ')}</span> : null}
                </span>
              </label>
            )
          })}
        </fieldset>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" onClick={onBack}>
          {own.back}
        </Button>
        <Button type="submit" variant="main" disabled={chosen.length === 0}>
          {own.addMany(chosen.length)}
        </Button>
      </div>
    </form>
  )
}
