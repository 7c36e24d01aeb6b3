import type { NamedOption } from './options.ts'

type OptionHeadProps = { readonly option: NamedOption; readonly id?: string }

/** The letter and the words of an option. */
export const OptionHead = ({ option, id }: OptionHeadProps) => (
  <div className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-3">
    <span aria-hidden className="grid size-7 place-items-center bg-ink font-strong text-land">
      {option.letter}
    </span>
    <div className="grid min-w-0 gap-1">
      <p id={id} className="text-[1.1875rem]/[1.25] font-strong wrap-anywhere">
        {option.words}
      </p>
      <OptionDescription option={option} />
    </div>
  </div>
)

/** What is told under an option; nothing when there is nothing. */
export const OptionDescription = ({ option: { description } }: { readonly option: NamedOption }) =>
  description === '' ? null : <p className="whitespace-pre-line wrap-anywhere text-ink-2">{description}</p>
