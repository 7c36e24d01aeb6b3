import { useEffect, useState } from 'react'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { ask, unreachable, type Refusal } from '../../api/ask.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { LetterBlocks } from './letter-blocks.tsx'
import { readLetter, type Letter } from './read-letter.ts'
import { letterStrings } from './strings.ts'

type State =
  | { readonly is: 'loading' }
  | { readonly is: 'read'; readonly letter: Letter }
  | { readonly is: 'failed'; readonly refusal: Refusal }

/** What came of it, for whoever has the link: the letter as it is now, so a later answer stands in it too. */
export const LetterView = ({ secret }: { readonly secret: string }) => {
  const strings = useStrings(letterStrings)
  const problem = useProblem()
  const lang = useLocale()
  const [tries, setTries] = useState(0)
  const [state, setState] = useState<State>({ is: 'loading' })
  useEffect(() => {
    let late = false
    void ask('readLetter', { body: { secret, lang } }).then((answer) => {
      if (late) return
      const letter = answer.ok ? readLetter(answer.value) : null
      if (letter) setState({ is: 'read', letter })
      else setState({ is: 'failed', refusal: answer.ok ? unreachable : answer })
    })
    return () => {
      late = true
    }
  }, [secret, lang, tries])
  if (state.is === 'loading') return <p role="status">{strings.loading}</p>
  if (state.is === 'failed') {
    const gone = state.refusal.code === 'unknown-code'
    return (
      <>
        <h1 className="text-2xl font-[420]">{gone ? strings.gone : strings.pageTitle}</h1>
        <Notice tone="bad" role="alert" className="mt-4">
          {gone ? strings.goneHint : problem(state.refusal)}
        </Notice>
        {gone ? null : (
          <Button className="mt-3" onClick={() => setTries(tries + 1)}>
            {strings.again}
          </Button>
        )}
      </>
    )
  }
  const { letter } = state
  return (
    <article lang={letter.language} className="grid gap-1">
      <div className="mb-3 flex justify-end print:hidden">
        <Button size="dense" onClick={() => print()}>
          {strings.print}
        </Button>
      </div>
      <p className="text-sm text-ink-2">
        {letter.title}, {letter.date}
      </p>
      <h1 className="text-2xl font-[420] text-pretty">{letter.question || letter.title}</h1>
      <LetterBlocks blocks={letter.blocks} />
      <p className="mt-6 border-t border-ditch pt-3 text-sm text-ink-2">{letter.notice}</p>
    </article>
  )
}
