import { locales } from '#i18n/strings.ts'
import { useStrings } from '#react/use-strings.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segments } from '#ui/segments.tsx'
import { useCommand } from '../../api/use-command.ts'
import type { Facts } from '../../api/use-facts.ts'
import { useProblem } from '../../shell/use-problem.ts'
import { settingsStrings } from './strings.ts'

const keepOptions = [90, 365, 730] as const
const names = { nl: 'Nederlands', en: 'English' } as const

type AgreementsProps = { readonly workspace: Facts['workspace']; readonly mayChange: boolean }

/** How long everything is kept, and in which language the group writes. */
export const Agreements = ({ workspace, mayChange }: AgreementsProps) => {
  const strings = useStrings(settingsStrings)
  const problem = useProblem()
  const { send, busy, refusal } = useCommand(workspace.id)
  const change = (body: { keepDays?: (typeof keepOptions)[number]; language?: 'nl' | 'en' }) =>
    void send('changeWorkspace', { params: { workspace: workspace.id }, body })
  return (
    <div className="grid gap-5">
      <div className="grid gap-1.5">
        <h3 className="font-label">{strings.keep}</h3>
        <Segments
          legend={strings.keep}
          disabled={!mayChange || busy}
          value={String(workspace.keepDays)}
          options={keepOptions.map((days) => ({ value: String(days), label: strings.keepOptions[days] }))}
          onChange={(value) => {
            const keepDays = keepOptions.find((days) => String(days) === value)
            if (keepDays) change({ keepDays })
          }}
        />
        <p className="max-w-[60ch] text-sm text-ink-3">{strings.keepHint}</p>
      </div>
      <div className="grid gap-1.5">
        <h3 className="font-label">{strings.language}</h3>
        <Segments
          legend={strings.language}
          disabled={!mayChange || busy}
          value={workspace.language}
          options={locales.map((value) => ({ value, lang: value, label: names[value] }))}
          onChange={(language) => change({ language })}
        />
        <p className="max-w-[60ch] text-sm text-ink-3">{strings.languageHint}</p>
      </div>
      {refusal ? (
        <Notice tone="bad" role="alert">
          {problem(refusal)}
        </Notice>
      ) : null}
    </div>
  )
}
