import type { ReactNode } from 'react'
import type { Entry } from '#domain/records.ts'
import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { decidingStrings } from './strings.ts'

/** What was agreed as the hall reads it from a chair: nothing to press, and nobody's name. */
export const HallAgreed = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const { records } = useWorkplace()
  const decisions = records.entries('decisions').filter(({ value }) => value.sessionId === session)
  const actions = records.entries('actions').filter(({ value }) => value.status !== 'dropped')
  return (
    <div className="grid grid-cols-2 gap-12 text-[28px]/[1.25]">
      <Agreed title={strings.decisions} none={decisions.length === 0 ? strings.noDecisions : null}>
        {decisions.map(({ id, value: { text, why } }) => (
          <li key={id} className={line}>
            <strong className="font-strong">{text}</strong>
            {why === '' ? null : <span className="block text-ink-2">{strings.because(why)}</span>}
          </li>
        ))}
      </Agreed>
      <Agreed title={strings.actions} none={actions.length === 0 ? strings.noActions : null}>
        {actions.map((action) => (
          <HallAction key={action.id} action={action} />
        ))}
      </Agreed>
    </div>
  )
}

/** What was agreed before and is still to be done, at the beginning of a session. */
export const HallEarlier = () => {
  const strings = useStrings(decidingStrings)
  const { records } = useWorkplace()
  const open = records.entries('actions').filter(({ value: { status } }) => status !== 'dropped' && status !== 'done')
  if (open.length === 0) return null
  return (
    <div className="text-[28px]/[1.25]">
      <Agreed title={strings.earlierActions} none={null}>
        {open.map((action) => (
          <HallAction key={action.id} action={action} />
        ))}
      </Agreed>
    </div>
  )
}

const line = 'border-l-[6px] border-water pl-5 wrap-anywhere'

type AgreedProps = { readonly title: string; readonly none: string | null; readonly children: ReactNode }

const Agreed = ({ title, none, children }: AgreedProps) => (
  <section className="grid content-start gap-3">
    <h2 className="text-[34px] font-strong">{title}</h2>
    {none === null ? <ul className="grid gap-4">{children}</ul> : <p className="text-ink-2">{none}</p>}
  </section>
)

const HallAction = ({ action }: { readonly action: Entry<'actions'> }) => {
  const strings = useStrings(decidingStrings)
  const locale = useLocale()
  const { text, due, status } = action.value
  return (
    <li className={line}>
      <span className={status === 'done' ? 'line-through' : ''}>{text}</span>
      {due === null ? null : <span className="block text-ink-2">{strings.before(formatDate(locale, due))}</span>}
    </li>
  )
}
