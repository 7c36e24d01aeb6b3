import { useStrings } from '#react/use-strings.tsx'
import { leadStrings } from './lead-strings.ts'

/** On a phone the console is one long column: the way to its four parts, with how many wait for an answer. */
export const LeadJump = ({ hands }: { readonly hands: number }) => {
  const strings = useStrings(leadStrings)
  const parts = [
    { to: '#step', words: strings.jumpNow },
    { to: '#hands', words: strings.questions, count: hands },
    { to: '#people-here', words: strings.people },
    { to: '#script', words: strings.script },
  ]
  return (
    <nav
      aria-label={strings.jump}
      className="sticky bottom-0 z-20 grid grid-cols-4 border-t-[3px] border-ditch bg-land pb-[env(safe-area-inset-bottom)] lg:hidden [@media(max-height:30rem)]:static"
    >
      {parts.map(({ to, words, count = 0 }) => (
        <a
          key={to}
          href={to}
          className="focus-ring-inside flex min-h-12 items-center justify-center gap-1.5 px-1 text-center text-sm font-label"
        >
          {words}
          {count > 0 ? (
            <span className="min-w-5 rounded-full bg-light px-1.5 text-on-light tabular-nums">{count}</span>
          ) : null}
        </a>
      ))}
    </nav>
  )
}
