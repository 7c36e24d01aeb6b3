import { useStrings } from '#react/use-strings.tsx'
import { Outcomes } from '../features/exporting/outcomes.tsx'
import { exportingStrings } from '../features/exporting/strings.ts'
import { useTitle } from '../shell/navigation.ts'
import { useJump } from '../shell/use-jump.ts'

type OutcomesPageProps = {
  readonly title: string
  /** How much of an imported file no screen shows yet. */
  readonly leftovers: number
  readonly offline: boolean
}

/** What comes out of it: files and the report. */
export const OutcomesPage = ({ title, leftovers, offline }: OutcomesPageProps) => {
  useTitle(useStrings(exportingStrings).title, title)
  useJump(true)
  return <Outcomes leftovers={leftovers} offline={offline} />
}
