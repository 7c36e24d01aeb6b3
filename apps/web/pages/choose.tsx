import { useStrings } from '#react/use-strings.tsx'
import { ChoosePlace } from '../features/choosing/choose-place.tsx'
import { choosingWords } from '../features/choosing/strings.ts'
import { useTitle } from '../shell/navigation.ts'
import { useJump } from '../shell/use-jump.ts'

/** Choosing together, also when no session is live. */
export const ChoosePage = ({ title }: { readonly title: string }) => {
  useTitle(useStrings(choosingWords).title, title)
  useJump(true)
  return (
    <main className="min-h-full bg-land">
      <ChoosePlace />
    </main>
  )
}
