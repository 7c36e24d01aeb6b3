import { ArrowLeft, ArrowRight, CircleCheck, Clock3 } from 'lucide-react'
import { windowState, type Agenda, type Step } from '#domain/agenda.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { serverTime } from '../../api/server-time.ts'
import type { Facts } from '../../api/use-facts.ts'
import { RoundNews } from './round-news.tsx'
import { sessionStrings } from './strings.ts'

type RoundProps = {
  readonly agenda: Agenda
  readonly promise: string
  readonly contributions: Facts['contributions']
  readonly onChoose: (step: string) => void
}

/** A round over days: what can be done now, what comes, and what has been; each step has its window. */
export const Round = ({ agenda, promise, contributions, onChoose }: RoundProps) => {
  const strings = useStrings(sessionStrings)
  const now = serverTime.now()
  const inState = (...states: readonly ReturnType<typeof windowState>[]) =>
    agenda.steps.filter(({ window }) => states.includes(windowState(window, now)))
  const groups = [
    { title: strings.openSteps, steps: inState('open', 'none'), open: true },
    { title: strings.laterSteps, steps: inState('before'), open: false },
    { title: strings.pastSteps, steps: inState('after'), open: false },
  ]
  return (
    <main id="content" className="overflow-y-auto">
      <div className="mx-auto grid max-w-[44rem] content-start gap-6 px-4 py-6 sm:px-7">
        <h1 className="text-2xl font-[420]">{agenda.session.title}</h1>
        {promise ? (
          <section className="grid gap-1">
            <h2 className="font-strong">{strings.promise}</h2>
            <p className="whitespace-pre-line">{promise}</p>
          </section>
        ) : null}
        <RoundNews session={agenda.session.id} contributions={contributions} />
        {groups
          .filter(({ steps }) => steps.length > 0)
          .map(({ title, steps, open }) => (
            <section key={title} aria-label={title} className="grid gap-2">
              <h2 className="font-strong">{title}</h2>
              <ul className="grid gap-[3px] bg-ditch">
                {steps.map((step) => (
                  <RoundStep key={step.id} step={step} open={open} onChoose={onChoose} />
                ))}
              </ul>
            </section>
          ))}
      </div>
    </main>
  )
}

type StepProps = { readonly step: Step; readonly open: boolean; readonly onChoose: (step: string) => void }

const RoundStep = ({ step, open, onChoose }: StepProps) => {
  const strings = useStrings(sessionStrings)
  const locale = useLocale()
  const day = (date: string) => formatDate(locale, date)
  const { window } = step
  const isPast = windowState(window, serverTime.now()) === 'after'
  const when = !window
    ? null
    : open
      ? strings.window(day(window.from), day(window.to))
      : isPast
        ? strings.windowAfter(day(window.to))
        : strings.windowBefore(day(window.from))
  return (
    <li className={`grid gap-2 px-4 py-3 ${open ? 'bg-light-tint' : 'bg-land'}`}>
      <p className="font-label">{step.title}</p>
      {when ? (
        <p className="flex items-center gap-2 text-sm text-ink-2">
          {isPast ? <CircleCheck size={16} aria-hidden /> : <Clock3 size={16} aria-hidden />}
          {when}
        </p>
      ) : null}
      {open ? (
        <Button
          variant="main"
          aria-label={`${strings.doStep}: ${step.title}`}
          className="w-fit"
          onClick={() => onChoose(step.id)}
        >
          {strings.doStep}
          <ArrowRight size={18} aria-hidden />
        </Button>
      ) : null}
    </li>
  )
}

/** The way back from one step of a round to all of them. */
export const RoundFoot = ({ onBack }: { readonly onBack: () => void }) => {
  const strings = useStrings(sessionStrings)
  return (
    <footer className="border-t-[3px] border-ditch bg-land px-4 pt-2 pb-3">
      <Button
        size="large"
        className="mx-auto flex w-full max-w-[42rem]"
        icon={<ArrowLeft size={20} aria-hidden />}
        onClick={onBack}
      >
        {strings.allSteps}
      </Button>
    </footer>
  )
}
