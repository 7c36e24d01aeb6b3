import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { PlainPage } from './plain-page.tsx'
import { shellStrings } from './strings.ts'

/** What stands there when a page could not be shown at all. */
export const BrokenPage = () => {
  const strings = useStrings(shellStrings)
  return (
    <PlainPage>
      <div role="alert" className="mx-auto grid max-w-[34rem] gap-4 px-4.5 py-10">
        <h1 className="text-2xl font-display">{strings.brokenTitle}</h1>
        <p>{strings.brokenWords}</p>
        <Button variant="main" className="w-fit" onClick={() => location.reload()}>
          {strings.reload}
        </Button>
      </div>
    </PlainPage>
  )
}
