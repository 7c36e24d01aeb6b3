import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { shellStrings } from './strings.ts'

type CopyLineProps = {
  readonly value: string
  /** What it is, for the name of the field and of the button. */
  readonly label: string
  readonly mono?: boolean
}

/** Something to take along, such as a code or a link, with a button that copies it. */
export const CopyLine = ({ value, label, mono = false }: CopyLineProps) => {
  const strings = useStrings(shellStrings)
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState<'yes' | 'yourself'>()
  const copy = async () => {
    field.current?.select()
    // Without a certificate a browser has no clipboard: then it stands selected, ready for Ctrl C.
    const done = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    setCopied(done ? 'yes' : 'yourself')
  }
  return (
    <div className="grid gap-1.5">
      <div className={`grid gap-2 ${mono ? 'sm:grid-cols-[minmax(0,1fr)_auto]' : 'grid-cols-[minmax(0,1fr)_auto]'}`}>
        <input
          ref={field}
          readOnly
          value={value}
          aria-label={label}
          onFocus={(event) => event.target.select()}
          className={`focus-ring min-h-target w-full min-w-0 rounded-control border-[1.5px] border-bank bg-land px-3 ${mono ? 'font-mono text-lg font-medium tracking-[.04em]' : 'text-sm'}`}
        />
        <Button
          onClick={() => void copy()}
          aria-label={`${strings.copy}: ${label}`}
          icon={copied === 'yes' ? <Check size={18} aria-hidden /> : <Copy size={18} aria-hidden />}
        >
          {copied === 'yes' ? strings.copied : strings.copy}
        </Button>
      </div>
      <p role="status" className={copied === 'yourself' ? 'text-sm text-ink-2' : 'sr-only'}>
        {copied === 'yes' ? strings.copied : copied === 'yourself' ? strings.copyYourself : ''}
      </p>
    </div>
  )
}
