import { formatDate } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { decidingStrings } from './strings.ts'

/** What was agreed as the hall reads it from a chair: nothing to press, and nobody's name. */
export const HallAgreed = ({ session }: { readonly session: string }) => {
  const strings = useStrings(decidingStrings)
  const locale = useLocale()
  const { records } = useWorkplace()
  const decisions = records.entries('decisions').filter(({ value }) => value.sessionId === session)
  const actions = records.entries('actions').filter(({ value }) => value.status !== 'dropped')
  return (
    <div className="grid grid-cols-2 gap-12 text-[28px]/[1.25]">
      <section className="grid content-start gap-3">
        <h2 className="text-[34px] font-strong">{strings.decisions}</h2>
        {decisions.length === 0 ? <p className="text-ink-2">{strings.noDecisions}</p> : null}
        <ul className="grid gap-4">
          {decisions.map(({ id, value: { text, why } }) => (
            <li key={id} className="border-l-[6px] border-water pl-5 wrap-anywhere">
              <strong className="font-strong">{text}</strong>
              {why === '' ? null : <span className="block text-ink-2">{strings.because(why)}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section className="grid content-start gap-3">
        <h2 className="text-[34px] font-strong">{strings.actions}</h2>
        {actions.length === 0 ? <p className="text-ink-2">{strings.noActions}</p> : null}
        <ul className="grid gap-4">
          {actions.map(({ id, value: { text, due, status } }) => (
            <li key={id} className="border-l-[6px] border-water pl-5 wrap-anywhere">
              <span className={status === 'done' ? 'line-through' : ''}>{text}</span>
              {due === null ? null : (
                <span className="block text-ink-2">{strings.before(formatDate(locale, due))}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
