import { useStrings } from '#react/use-strings.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import type { Refusal } from '../api/ask.ts'
import { LoadingPage, LoadingWords } from '../shell/loading-page.tsx'
import { useTitle } from '../shell/navigation.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { useProblem } from '../shell/use-problem.ts'
import { frameStrings } from './strings.ts'

/** The land of one page while its content is on its way: parcels without words, never an empty page to write in. */
export const LoadingPart = () => (
  <main className="parcels h-full min-h-0 grid-rows-[4rem_minmax(0,1fr)] content-stretch">
    <div className="bg-field" />
    <div className="grid bg-field">
      <LoadingWords />
    </div>
  </main>
)

export { LoadingPage as LoadingLand }

type NoWayInProps = { readonly refusal: Refusal; readonly retry: () => void }

/** Why somebody cannot come in, without blame, and the one way forward. */
export const NoWayIn = ({ refusal, retry }: NoWayInProps) => {
  const strings = useStrings(frameStrings)
  const problem = useProblem()
  const title = strings.noWayIn[titleOf(refusal.code)]
  const code = withCode.has(refusal.code)
  useTitle(title)
  return (
    <PlainPage>
      <div className="mx-auto grid max-w-[36rem] gap-4 px-4.5 py-10">
        <h1 className="text-2xl font-display">{title}</h1>
        <p role="alert" className="max-w-[60ch]">
          {problem(refusal)}
        </p>
        {code ? (
          <a href="/join" className={`${buttonClass({ variant: 'main' })} w-fit`}>
            {strings.withCode}
          </a>
        ) : (
          <Button variant="main" className="w-fit" onClick={retry}>
            {strings.again}
          </Button>
        )}
      </div>
    </PlainPage>
  )
}

const withCode: ReadonlySet<Refusal['code']> = new Set(['signed-out', 'removed', 'not-found', 'forbidden'])

const titleOf = (code: Refusal['code']) => titles[code] ?? 'title'

const titles: { readonly [code in Refusal['code']]?: 'signedOut' | 'removed' | 'notFound' | 'unreachable' | 'busy' } = {
  'signed-out': 'signedOut',
  removed: 'removed',
  'not-found': 'notFound',
  unreachable: 'unreachable',
  unavailable: 'unreachable',
  broken: 'unreachable',
  'too-many-attempts': 'busy',
  'too-many-requests': 'busy',
}
