import { Presentation, Trash2, Bookmark } from 'lucide-react'
import { useState } from 'react'
import { LineField } from '#react/line-field.tsx'
import { useStrings } from '#react/use-strings.tsx'
import { Button } from '#ui/button.tsx'
import { filterToLine } from '../filter.ts'
import { describeView, removeView, saveView } from '../view-commands.ts'
import { PanelPart, PanelShell } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import { lookOfView, type LookState } from './use-look.ts'
import { useMapPage } from './use-map.ts'

type PanelProps = {
  readonly look: LookState
  readonly onChange: (patch: Partial<LookState>) => void
  readonly onPresent: () => void
  readonly onClose: () => void
}

/** Ways of looking that were kept under a name; together they are a story to tell. */
export const ViewsPanel = ({ look, onChange, onPresent, onClose }: PanelProps) => {
  const { map, desk, act, say, strings: common, words } = useMapPage()
  const strings = useStrings(partStrings)
  const [title, setTitle] = useState('')
  const keep = () => {
    const { lens, mark, size, filter } = look
    const view = {
      title,
      lens,
      colour: mark,
      size,
      filter: filterToLine(filter),
      focusId: filter.focusId,
      reach: filter.reach,
    }
    if (!act((draft) => saveView(draft, view)).ok) return
    say(strings.keptView(title))
    setTitle('')
  }
  return (
    <PanelShell title={common.views} icon={<Bookmark size={22} aria-hidden />} onClose={onClose}>
      {map.views.length === 0 ? <p className="parcel px-5 py-3 text-ink-2">{strings.noViews}</p> : null}
      {map.views.map((view) => (
        <section key={view.id} className="parcel grid gap-2 px-5 py-3">
          <div className="flex items-center gap-2">
            <button
              type="button"
              aria-label={strings.openView(view.title)}
              className="focus-ring min-w-0 flex-1 text-left font-strong underline decoration-ditch underline-offset-4"
              onClick={() => onChange(lookOfView(view))}
            >
              {view.title}
            </button>
            {desk.canWrite ? (
              <button
                type="button"
                aria-label={strings.removeView(view.title)}
                className="focus-ring grid size-9 place-items-center rounded-control hover:bg-field"
                onClick={() => act((draft) => removeView(draft, view.id))}
              >
                <Trash2 size={16} aria-hidden />
              </button>
            ) : null}
          </div>
          <p className="text-sm text-ink-2">{lensName(words.lenses, view.lens)}</p>
          <LineField
            label={strings.note}
            value={view.note}
            maxLength={500}
            place={{ item: view.id, field: 'note' }}
            onChange={(note) => act((draft) => describeView(draft, view.id, { note }))}
          />
        </section>
      ))}
      {map.views.length > 0 ? (
        <div className="parcel px-5 py-3">
          <Button variant="default" icon={<Presentation size={18} aria-hidden />} onClick={onPresent}>
            {strings.present}
          </Button>
        </div>
      ) : null}
      {desk.canWrite ? (
        <PanelPart>
          <form
            className="grid gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              keep()
            }}
          >
            <label className="grid gap-1.5 font-label">
              {strings.viewTitle}
              <input
                className="focus-ring min-h-11 w-full rounded-control border-[1.5px] border-bank bg-land px-3 font-normal"
                maxLength={120}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
            <Button type="submit" variant="default" className="w-fit" disabled={title.trim() === ''}>
              {strings.keepView}
            </Button>
          </form>
        </PanelPart>
      ) : null}
    </PanelShell>
  )
}

const lensName = (names: { readonly [lens: string]: string }, lens: string): string => names[lens] ?? ''
