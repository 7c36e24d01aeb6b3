import { CalendarPlus, CircleHelp, Minus, Trash2, UserRoundX } from 'lucide-react'
import { useState } from 'react'
import { formatList } from '#i18n/format.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { balanceOf } from '../derived.ts'
import { absentRuleOwners, answersTo, coverageOf, whoIsMissing } from '../missing.ts'
import { levels, missingPrompts, type MissingPrompt, type Stakeholder } from '../shape.ts'
import { removeLimitation, stateLimitation } from '../view-commands.ts'
import { PanelPart, PanelShell } from './panel-shell.tsx'
import { partStrings } from './part-strings.ts'
import { SpeakFor } from './speak-for.tsx'
import { useMapPage } from './use-map.ts'
import { VoiceMarker } from './voice-marker.tsx'

/** Who is not heard, four ways to find them, and what becomes of each: an invitation, a question, or a limit in the report. */
export const MissingPanel = ({ onClose, onOpen }: { onClose: () => void; onOpen: (id: string) => void }) => {
  const { map, strings: common } = useMapPage()
  const strings = useStrings(partStrings)
  const { directory } = useWorkplace()
  const missing = whoIsMissing(map, directory)
  const owners = new Set(absentRuleOwners(map, directory).map(({ id }) => id))
  return (
    <PanelShell
      title={common.whoMissing}
      lead={missing.length > 0 ? strings.missingLead : strings.nobodyMissing}
      icon={<UserRoundX size={22} aria-hidden />}
      onClose={onClose}
    >
      {missing.map((row) => (
        <section key={row.id} className="parcel grid gap-2 px-5 py-3">
          <h3 className="flex items-center gap-2 font-strong">
            <VoiceMarker stakeholder={row} size={18} />
            <button
              type="button"
              className="focus-ring text-left underline decoration-ditch underline-offset-4"
              onClick={() => onOpen(row.id)}
            >
              {row.name}
            </button>
          </h3>
          <p className="text-sm text-ink-2">
            {[strings.hit(row.impact), owners.has(row.id) ? strings.ruleOwner : '', row.missingReason]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          <Answers stakeholder={row} name={row.name} prompt={null} />
          <span className="flex flex-wrap gap-1.5">
            <SpeakFor stakeholder={row} />
          </span>
        </section>
      ))}
      <Prompts onOpen={onOpen} />
      <Limits />
      <Coverage />
      <Balance />
    </PanelShell>
  )
}

type AnswersProps = {
  readonly stakeholder: Stakeholder | null
  readonly name: string
  readonly prompt: MissingPrompt | null
}

const Answers = ({ stakeholder, name, prompt }: AnswersProps) => {
  const { desk, map, act, say } = useMapPage()
  const strings = useStrings(partStrings)
  const { records } = useWorkplace()
  const [failed, setFailed] = useState(false)
  const [limit, setLimit] = useState<string | null>(null)
  const id = stakeholder?.id ?? null
  const inviteText = strings.inviteText(name)
  const askText = prompt === null ? strings.askText(name) : name
  const invited =
    id !== null &&
    records.entries('actions').some(({ value }) => value.linkIds.includes(id) && value.status !== 'dropped')
  const asked = records.entries('openPoints').some(({ value }) => value.text === askText)
  const limited = map.limitations.some((row) => (id === null ? row.prompt === prompt : row.stakeholderId === id))
  const add = async (outcome: Promise<{ readonly ok: boolean }>, words: string) => {
    const { ok } = await outcome
    setFailed(!ok)
    if (ok) say(words)
  }
  return (
    <>
      <span className="flex flex-wrap gap-1.5 empty:hidden">
        {invited ? (
          <Chip tone="good" icon={CalendarPlus}>
            {strings.invited}
          </Chip>
        ) : null}
        {asked ? <Chip icon={CircleHelp}>{strings.asked}</Chip> : null}
        {limited ? <Chip icon={Minus}>{strings.limited}</Chip> : null}
      </span>
      {desk.canWrite && limit === null ? (
        <span className="flex flex-wrap gap-1.5">
          {invited || id === null ? null : (
            <Button
              variant="default"
              size="dense"
              onClick={() =>
                void add(
                  records.add('actions', {
                    text: inviteText,
                    priority: null,
                    ownerId: null,
                    due: null,
                    status: 'open',
                    linkIds: [id],
                    visibility: 'report',
                  }),
                  strings.invited,
                )
              }
            >
              {strings.invite}
            </Button>
          )}
          {asked ? null : (
            <Button
              variant="quiet"
              size="dense"
              onClick={() =>
                void add(
                  records.add('openPoints', {
                    sessionId: null,
                    text: askText,
                    kind: 'question',
                    ownerId: null,
                    status: 'open',
                  }),
                  strings.asked,
                )
              }
            >
              {strings.ask}
            </Button>
          )}
          {limited ? null : (
            <Button
              variant="quiet"
              size="dense"
              onClick={() => setLimit(prompt === null ? strings.limitText(name) : '')}
            >
              {strings.limit}
            </Button>
          )}
        </span>
      ) : null}
      {limit === null ? null : (
        <form
          className="grid gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (act((draft) => stateLimitation(draft, { stakeholderId: id, prompt, text: limit })).ok) setLimit(null)
          }}
        >
          <label className="grid gap-1 text-sm font-label">
            {strings.limitLabel}
            <input
              className="focus-ring min-h-11 w-full rounded-control border-[1.5px] border-bank bg-land px-3"
              maxLength={500}
              value={limit}
              onChange={(event) => setLimit(event.target.value)}
            />
          </label>
          <span className="flex gap-2">
            <Button type="submit" size="dense" disabled={limit.trim() === ''}>
              {strings.keepLimit}
            </Button>
            <Button variant="quiet" size="dense" onClick={() => setLimit(null)}>
              {strings.back}
            </Button>
          </span>
        </form>
      )}
      {failed ? (
        <p role="alert" className="text-sm text-clay">
          {strings.failed}
        </p>
      ) : null}
    </>
  )
}

const Prompts = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const { map, terms } = useMapPage()
  const strings = useStrings(partStrings)
  const locale = useLocale()
  return (
    <details className="parcel px-5 py-2">
      <summary className="focus-ring min-h-9 cursor-pointer font-strong">{strings.prompts}</summary>
      <p className="text-sm text-ink-2">{strings.promptsLead}</p>
      <ol className="grid gap-3 py-2">
        {missingPrompts.map((prompt) => {
          const found = answersTo(map, prompt)
          const [first] = found
          return (
            <li key={prompt} className="grid gap-1.5 text-sm">
              <b className="font-label">{terms.prompts[prompt]}</b>
              {first ? (
                <button
                  type="button"
                  className="focus-ring w-fit text-left text-ink-2 underline decoration-ditch underline-offset-4"
                  onClick={() => onOpen(first.id)}
                >
                  {strings.promptHas(
                    formatList(
                      locale,
                      found.slice(0, 3).map(({ name }) => name),
                    ),
                  )}
                </button>
              ) : (
                <span className="text-ink-2">{strings.promptNone}</span>
              )}
              <Answers stakeholder={null} name={terms.prompts[prompt]} prompt={prompt} />
            </li>
          )
        })}
      </ol>
    </details>
  )
}

const Limits = () => {
  const { map, act, desk } = useMapPage()
  const strings = useStrings(partStrings)
  if (map.limitations.length === 0) return null
  return (
    <PanelPart title={strings.limits}>
      <ul className="grid gap-1 text-sm">
        {map.limitations.map(({ id, text }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">{text}</span>
            {desk.canWrite ? (
              <button
                type="button"
                aria-label={strings.removeLimit(text)}
                className="focus-ring grid size-8 place-items-center rounded-control hover:bg-field"
                onClick={() => act((draft) => removeLimitation(draft, id))}
              >
                <Trash2 size={15} aria-hidden />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </PanelPart>
  )
}

const Coverage = () => {
  const { map, terms } = useMapPage()
  const strings = useStrings(partStrings)
  return (
    <details className="parcel px-5 py-2">
      <summary className="focus-ring min-h-9 cursor-pointer font-strong">{strings.coverage}</summary>
      <p className="text-sm text-ink-2">{strings.coverageLead}</p>
      <div className="overflow-x-auto py-2">
        <table className="text-xs">
          <thead>
            <tr>
              <th scope="col" className="py-1 pr-2 text-left font-label">
                {strings.sector}
              </th>
              {levels.map((level) => (
                <th key={level} scope="col" className="px-1 font-label">
                  {terms.levels[level]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coverageOf(map).map(({ sector, counts }) => (
              <tr key={sector} className="border-t border-ditch">
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {terms.sectors[sector]}
                </th>
                {counts.map((count, at) => (
                  <td
                    key={levels[at]}
                    className={`px-1 text-center tabular-nums ${count === 0 ? 'text-ink-3' : 'bg-water-tint font-strong'}`}
                  >
                    {count}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const Balance = () => {
  const { map } = useMapPage()
  const strings = useStrings(partStrings)
  const counts = balanceOf(map.stakeholders)
  return (
    <PanelPart title={strings.balance}>
      <Bar counts={counts.map} />
      <h4 className="text-sm font-label">{strings.balanceTable}</h4>
      <Bar counts={counts.table} />
    </PanelPart>
  )
}

const bandLooks = {
  lived: 'bg-water-tint',
  bridge: 'bg-field outline-1 outline-ditch -outline-offset-1',
  system: 'bg-water text-on-water',
} as const

const Bar = ({ counts }: { counts: { readonly lived: number; readonly bridge: number; readonly system: number } }) => {
  const { terms } = useMapPage()
  return (
    <div className="flex gap-[3px] text-center text-sm">
      {(['lived', 'bridge', 'system'] as const).map((band) => (
        <span key={band} className="min-w-16" style={{ flexGrow: Math.max(0.4, counts[band]) }}>
          <b className={`block py-1 font-strong ${bandLooks[band]}`}>{counts[band]}</b>
          <span className="text-xs text-ink-2">{terms.bands[band]}</span>
        </span>
      ))}
    </div>
  )
}
