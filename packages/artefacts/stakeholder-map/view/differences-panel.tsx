import { Target } from 'lucide-react'
import { useStrings } from '#react/use-strings.tsx'
import { ringDifferences } from '../layout.ts'
import { ringViews, type Phase } from '../shape.ts'
import { PanelShell } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import { useMapPage } from './use-map.ts'

type PanelProps = { readonly phase: Phase; readonly onOpen: (id: string) => void; readonly onClose: () => void }

/** Who stands elsewhere than wished or needed in a phase: a list of things to talk about. */
export const DifferencesPanel = ({ phase, onOpen, onClose }: PanelProps) => {
  const { map, strings: common, terms } = useMapPage()
  const strings = useStrings(partStrings)
  const found = ringDifferences(map, phase)
  return (
    <PanelShell
      title={common.differences}
      lead={found.length > 0 ? strings.differencesLead : strings.noDifferences}
      icon={<Target size={22} aria-hidden />}
      onClose={onClose}
    >
      {found.map(({ stakeholder, ...rings }) => (
        <section key={stakeholder.id} className="parcel grid gap-1 px-5 py-3 text-sm">
          <h3 className="font-strong">
            <button
              type="button"
              className="focus-ring text-left underline decoration-ditch underline-offset-4"
              onClick={() => onOpen(stakeholder.id)}
            >
              {stakeholder.name}
            </button>
          </h3>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 text-ink-2">
            {ringViews.map((view) => {
              const ring = rings[view]
              return ring === null ? null : (
                <div key={view} className="contents">
                  <dt className="font-label">{terms.ringViews[view]}</dt>
                  <dd>{terms.ring(ring)}</dd>
                </div>
              )
            })}
          </dl>
        </section>
      ))}
    </PanelShell>
  )
}
