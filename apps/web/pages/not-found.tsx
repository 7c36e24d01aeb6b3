import { useStrings } from '#react/use-strings.tsx'
import { buttonClass } from '#ui/button.tsx'
import { useTitle } from '../shell/navigation.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { shellStrings } from '../shell/strings.ts'
import { notFoundStrings } from './not-found-strings.ts'

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  const strings = useStrings(notFoundStrings)
  useTitle(strings.notFound)
  return (
    <PlainPage>
      <div className="mx-auto grid max-w-[34rem] gap-4 px-4.5 py-10">
        <h1 className="text-2xl font-display">{strings.notFound}</h1>
        <p>{strings.notFoundHint}</p>
        <a href="/" className={`${buttonClass({ variant: 'main' })} w-fit`}>
          {useStrings(shellStrings).back}
        </a>
      </div>
    </PlainPage>
  )
}
