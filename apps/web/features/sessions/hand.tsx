import { Hand, LifeBuoy } from 'lucide-react'
import { useId, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field, inputClass } from '#ui/field.tsx'
import type { SessionHandle } from '../../api/use-session.ts'
import { sessionStrings } from './strings.ts'

/** Asks for the floor, or for help, without interrupting anybody. */
export const HandButton = ({ session }: { readonly session: SessionHandle }) => {
  const strings = useStrings(sessionStrings)
  const [asking, setAsking] = useState(false)
  const { hand } = session.mine
  const raise = (kind: 'speak' | 'help' | null, text = '') => {
    setAsking(false)
    void session.send('takePart', { body: { hand: kind, text } })
  }
  return (
    <>
      <Button
        size="large"
        aria-pressed={hand !== null}
        className="px-4"
        icon={<Hand size={22} aria-hidden />}
        onClick={() => (hand === null ? setAsking(true) : raise(null))}
      >
        <span className="sr-only">{hand === null ? strings.hand : strings.lower}</span>
      </Button>
      {asking ? <AskDialog onRaise={raise} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

type AskProps = { readonly onRaise: (kind: 'speak' | 'help', text?: string) => void; readonly onClose: () => void }

const AskDialog = ({ onRaise, onClose }: AskProps) => {
  const strings = useStrings(sessionStrings)
  const [text, setText] = useState('')
  const form = useId()
  return (
    <Dialog
      title={strings.hand}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="main"
            size="large"
            className="w-full"
            icon={<Hand size={20} aria-hidden />}
            onClick={() => onRaise('speak')}
          >
            {strings.wantToSpeak}
          </Button>
          <Button size="large" type="submit" form={form} className="w-full" icon={<LifeBuoy size={20} aria-hidden />}>
            {strings.needHelp}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          onRaise('help', text)
        }}
      >
        <Field label={strings.helpLabel} labelClass="text-sm">
          {(control) => (
            <input
              {...control}
              value={text}
              maxLength={300}
              onChange={(event) => setText(event.target.value)}
              className={inputClass}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
