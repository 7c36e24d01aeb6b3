import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { addStep, beginStage, joinStages, moveStep } from './agenda-commands.ts'
import { hintsOf } from './agenda-hints.ts'
import { agendaOf, hoursOf, minutesOf, paceOf, stepAfter, stepKind, windowState, type Agenda } from './agenda.ts'
import { addScript, scriptFrom, scriptOf } from './scripts.ts'
import { templateById } from './templates/templates.ts'
import { workspaceShape } from './workspace.ts'

const me = { perspective: '' }

/** A workspace with one session from a template. */
const world = (template: string) => {
  const document = openDocument(new Y.Doc(), workspaceShape)
  const found = templateById(template)
  if (!found) throw new Error('no such template')
  const when = { id: 'se-1', date: '2026-03-12', startTime: '09:30' }
  document.change(me, (draft) => addScript(draft, scriptOf(found, 'nl', when.date), when))
  const agenda = (): Agenda => {
    const read = agendaOf(document.content(), 'se-1')
    if (!read) throw new Error('no agenda')
    return read
  }
  const titles = () => agenda().steps.map(({ title }) => title)
  return { document, agenda, titles }
}

describe('an agenda', () => {
  test('adds up its minutes and says when each step begins', () => {
    const { agenda } = world('tpl-problem')
    const { steps, session } = agenda()
    expect(minutesOf(steps)).toBe(120)
    expect(hoursOf(steps, session.startTime).slice(0, 3)).toEqual(['09:30', '09:40', '09:55'])
    expect(hoursOf(steps, session.startTime).at(-1)).toBe('11:30')
  })

  test('says when it ends as it goes now, and how far behind that is', () => {
    const steps = ['a', 'b', 'c'].map((id) => ({ id, minutes: 10 }))
    const started = Date.parse('2026-03-12T09:30:00Z')
    const at = (minutes: number) => started + minutes * 60_000
    // Two minutes over the first step: they come on top.
    expect(paceOf(steps, { startedAt: started, activityId: 'a' }, -120, at(12))).toEqual({ end: at(32), behind: 2 })
    expect(paceOf(steps, { startedAt: started, activityId: 'b' }, 600, at(7))).toEqual({ end: at(27), behind: -3 })
    expect(paceOf(steps, { startedAt: started, activityId: 'c' }, 300, at(25))).toEqual({ end: at(30), behind: 0 })
    expect(paceOf(steps, { startedAt: null, activityId: null }, 0, at(0))).toBeNull()
  })

  test('goes past midnight, and says no hours without a start', () => {
    expect(hoursOf([{ minutes: 90 }], '23:00')).toEqual(['23:00', '00:30'])
    expect(hoursOf([{ minutes: 90 }], '')).toEqual([])
    expect(hoursOf([{ minutes: 90 }], '25:00')).toEqual([])
  })

  test('a step is moved, and the others keep their order', () => {
    const { document, agenda, titles } = world('tpl-checkin')
    const before = titles()
    const [first] = agenda().steps
    document.change(me, (draft) => moveStep(draft, agenda(), first?.id ?? '', 2))
    expect(titles()).toEqual([before[1], before[2], before[0], ...before.slice(3)])
    document.change(me, (draft) => moveStep(draft, agenda(), first?.id ?? '', 0))
    expect(titles()).toEqual(before)
  })

  test('a step that goes to another part belongs to it', () => {
    const { document, agenda, titles } = world('tpl-lab-sprint')
    const before = titles()
    const [first] = agenda().steps
    document.change(me, (draft) => moveStep(draft, agenda(), first?.id ?? '', 4))
    expect(titles().indexOf(before[0] ?? '')).toBe(4)
    const part = agenda().stages.find(({ steps }) => steps.some(({ id }) => id === first?.id))
    expect(part?.stage.title).toBe('Dagdeel 2')
  })

  test('a new step stands right behind another', () => {
    const { document, agenda, titles } = world('tpl-checkin')
    const second = agenda().steps[1]?.id ?? null
    const id = document.change(me, (draft) => addStep(draft, agenda(), 'Nieuw', second))
    expect(titles()[2]).toBe('Nieuw')
    expect(stepAfter(agenda().steps, second)?.id).toBe(id)
  })

  test('a part begins at a step and ends again, and no step is lost or changes place', () => {
    const { document, agenda, titles } = world('tpl-lab-sprint')
    const before = titles()
    const parts = () => agenda().stages.map(({ stage, steps }) => [stage.title, steps.length])
    const whole = parts()
    const second = agenda().stages[0]?.steps[1]?.id ?? ''
    const made = document.change(me, (draft) => beginStage(draft, agenda(), second, 'Buiten'))
    expect(parts().slice(0, 2)).toEqual([
      [whole[0]?.[0], 1],
      ['Buiten', Number(whole[0]?.[1]) - 1],
    ])
    expect(titles()).toEqual(before)
    document.change(me, (draft) => joinStages(draft, agenda(), made.ok ? made.value : ''))
    expect([parts(), titles()]).toEqual([whole, before])
  })

  test('no part begins where one begins already, and the first heading has nothing to go to', () => {
    const { document, agenda } = world('tpl-problem')
    const [first] = agenda().steps
    const [part] = agenda().stages
    const begun = document.change(me, (draft) => beginStage(draft, agenda(), first?.id ?? '', 'A'))
    const joined = document.change(me, (draft) => joinStages(draft, agenda(), part?.stage.id ?? ''))
    expect([begun, joined]).toEqual([
      { ok: false, reason: 'begins-one' },
      { ok: false, reason: 'is-first' },
    ])
  })

  test('knows what comes after a step, and that nothing comes after the last', () => {
    const { steps } = world('tpl-problem').agenda()
    expect(stepAfter(steps, null)).toBe(steps[0])
    expect(stepAfter(steps, steps.at(-1)?.id ?? '')).toBeUndefined()
  })

  test('comes back from its file as the same script', () => {
    const { agenda } = world('tpl-map')
    const found = templateById('tpl-map')
    expect(found && scriptFrom(agenda())).toEqual(found && scriptOf(found, 'nl', null))
  })
})

test.each([
  ['opening', 'session', 'welcome'],
  ['break', '', 'break'],
  ['silentBrainstorm', 'problem', 'write'],
  ['dotVote', 'ballot', 'ballot'],
  ['consent', 'decision', 'ballot'],
  ['checkout', 'exitQuestion', 'exit'],
  ['actions', 'action', 'decide'],
  ['netMap', 'relation', 'artefact'],
  ['dialogue', '', 'plain'],
] as const)('a step of %s that makes %s is of the kind %s', (method, type, kind) => {
  const artefacts = type === '' ? [] : [{ type, ids: [], fields: [] }]
  expect(stepKind({ method, artefacts, ballotId: null })).toBe(kind)
})

describe('hints', () => {
  test('ask for a break after ninety minutes, and for none before', () => {
    expect(hintsOf(world('tpl-problem').agenda().steps)).toEqual([{ kind: 'break', minutes: 120 }])
    expect(hintsOf(world('tpl-checkin').agenda().steps)).toEqual([])
    expect(hintsOf([])).toEqual([])
  })

  test('see a vote that nobody wrote for in silence, an open end, and a step without a result', () => {
    const { document, agenda } = world('tpl-problem')
    document.change(me, (draft) => {
      for (const { id, title } of agenda().steps) if (!/Stippen|Rondlopen/.test(title)) draft.activities.remove(id)
    })
    document.change(me, (draft) => addStep(draft, agenda(), 'Praten', null))
    const talk = agenda().steps.at(-1)?.id
    expect(hintsOf(agenda().steps)).toEqual([
      { kind: 'silent-first' },
      { kind: 'no-end' },
      { kind: 'no-result', steps: [talk] },
      { kind: 'no-welcome' },
    ])
  })
})

test.each([
  ['2026-03-19T23:59:00', 'before'],
  ['2026-03-20T00:00:00', 'open'],
  ['2026-03-22T23:59:00', 'open'],
  ['2026-03-23T00:00:01', 'after'],
] as const)('at %s a window of three whole days is %s', (moment, state) => {
  expect(windowState({ from: '2026-03-20', to: '2026-03-22' }, Date.parse(moment))).toBe(state)
  expect(windowState(null, Date.parse(moment))).toBe('none')
})
