import { Minus, Plus } from 'lucide-react'
import { Marker } from '#ui/marker.tsx'
import { useStrings } from '../use-strings.tsx'
import { useWorkplace } from '../workplace.tsx'
import { OptionHead } from './option-head.tsx'
import { useNamedOptions, type NamedOption } from './options.ts'
import { choosingStrings } from './strings.ts'
import type { VoteProps } from './vote-props.ts'

/** A few dots to spread, in the shape of one's group; what is left stays in sight. */
export const Dots = ({ ballot, own, onVote }: VoteProps) => {
  const strings = useStrings(choosingStrings)
  const { dotsPerPerson, maxPerOption } = ballot.settings
  const given = (option: string): number => Number(own.choice[option] ?? 0)
  const used = ballot.options.reduce((sum, { id }) => sum + given(id), 0)
  const left = dotsPerPerson - used
  const put = (option: string, dots: number) => {
    const all = ballot.options.map(({ id }) => [id, id === option ? dots : given(id)] as const)
    onVote(Object.fromEntries(all.filter(([, count]) => count > 0)))
  }
  return (
    <div className="grid">
      <p
        role="status"
        className="sticky top-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 bg-light px-4 py-2 text-on-light sm:-mx-7 sm:px-7"
      >
        <span>{strings.left(left, dotsPerPerson)}</span>
        <Budget left={left} all={dotsPerPerson} />
      </p>
      <p className="py-2 text-sm text-ink-2">{strings.most(maxPerOption)}</p>
      <ul>
        {useNamedOptions(ballot.options).map((option) => (
          <OptionDots
            key={option.id}
            option={option}
            dots={given(option.id)}
            mayAdd={left > 0 && given(option.id) < maxPerOption}
            onPut={(dots) => put(option.id, dots)}
          />
        ))}
      </ul>
    </div>
  )
}

const Budget = ({ left, all }: { readonly left: number; readonly all: number }) => (
  <span aria-hidden className="flex flex-wrap gap-1.5">
    {Array.from({ length: all }, (_, at) => (
      <GroupDot
        key={at}
        size={24}
        className={at < left ? 'fill-on-light stroke-on-light' : 'fill-none stroke-on-light opacity-55'}
      />
    ))}
  </span>
)

const GroupDot = ({ size, className = '' }: { readonly size: number; readonly className?: string }) => {
  const { me, perspectives } = useWorkplace()
  return (
    <Marker
      slot={perspectives.find(({ id }) => id === me.perspective)?.marker ?? 'm1'}
      size={size}
      className={className}
    />
  )
}

type OptionDotsProps = {
  readonly option: NamedOption
  readonly dots: number
  readonly mayAdd: boolean
  readonly onPut: (dots: number) => void
}

const OptionDots = ({ option, dots, mayAdd, onPut }: OptionDotsProps) => {
  const strings = useStrings(choosingStrings)
  return (
    <li className="grid gap-2 border-b-[3px] border-ditch py-3 last:border-b-0">
      <OptionHead option={option} />
      <div
        role="group"
        aria-label={strings.dotsFor(option.words)}
        className="ml-10 grid grid-cols-[3.5rem_1fr_3.5rem] items-center rounded-control border-[1.5px] border-bank"
      >
        <StepButton label={strings.takeDot(option.words)} disabled={dots === 0} onPress={() => onPut(dots - 1)} minus />
        <span className="flex min-h-12 items-center justify-center gap-1.5 border-x border-ditch">
          {/* Read aloud by the budget and by this count; the shapes are for the eye. */}
          <span className="sr-only">{dots === 0 ? strings.none : strings.dots(dots)}</span>
          {dots === 0 ? (
            <span aria-hidden className="text-sm text-ink-3">
              {strings.none}
            </span>
          ) : (
            <span aria-hidden className="flex flex-wrap justify-center gap-1.5">
              {Array.from({ length: dots }, (_, at) => (
                <GroupDot key={at} size={26} />
              ))}
            </span>
          )}
        </span>
        <StepButton label={strings.addDot(option.words)} disabled={!mayAdd} onPress={() => onPut(dots + 1)} />
      </div>
    </li>
  )
}

type StepButtonProps = {
  readonly label: string
  readonly disabled: boolean
  readonly onPress: () => void
  readonly minus?: boolean
}

// Stays in the order of focus when it can do no more: a button that vanishes under a key loses the person.
const StepButton = ({ label, disabled, onPress, minus = false }: StepButtonProps) => (
  <button
    type="button"
    aria-label={label}
    aria-disabled={disabled || undefined}
    onClick={disabled ? undefined : onPress}
    className="focus-ring-inside grid min-h-12 cursor-pointer place-items-center text-water aria-disabled:cursor-not-allowed aria-disabled:text-ink-3 aria-disabled:opacity-60"
  >
    {minus ? <Minus size={26} strokeWidth={2.4} aria-hidden /> : <Plus size={26} strokeWidth={2.4} aria-hidden />}
  </button>
)
