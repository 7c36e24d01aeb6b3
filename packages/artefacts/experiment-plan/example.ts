import { addAssumption, addEffect, addMeasure, addResult, addStep } from './commands.ts'
import type { ExperimentPlanDraft } from './shape.ts'

/** A small believable plan, for tests, the gallery and screenshots. */
export const writeExample = (plan: ExperimentPlanDraft): void => {
  plan.title.set('Het vrije kwartier')
  plan.status.set('running')
  plan.start.set('2026-10-19')
  plan.end.set('2026-12-11')
  plan.cardBelieve.append('Wij denken dat een vrij kwartier per week helpt tegen alleen zijn.')
  plan.cardTest.append('Twaalf hulpen geven acht weken elke cliënt een kwartier.')
  plan.cardMeasure.append('Wij kijken naar goede gesprekken en naar gemiste zorg.')
  plan.cardRightIf.append('Het klopt als 6 van de 10 ouderen elke week een goed gesprek hebben.')
  addAssumption(
    plan,
    { text: 'Een kwartier per week helpt echt', category: 'desirable', importance: 5, certainty: 1 },
    { id: 'as-helps' },
  )
  addAssumption(
    plan,
    { text: 'De zorg blijft veilig', category: 'fair', importance: 3, certainty: 4 },
    { id: 'as-safe' },
  )
  addMeasure(
    plan,
    {
      name: 'Een goed gesprek per week',
      unit: 'procent',
      kind: 'outcome',
      instrument: 'Vragenlijst',
      baseline: { value: 38, date: '2026-10-16', n: 41 },
      target: { operator: '>=', value: 60 },
    },
    { id: 'me-talk' },
  )
  addResult(plan, 'me-talk', { value: 63, date: '2026-11-20', n: 41 })
  addMeasure(
    plan,
    {
      name: 'Gemiste zorg per week',
      unit: 'keer',
      kind: 'sideEffect',
      better: 'lower',
      target: { operator: '<=', value: 3 },
    },
    { id: 'me-missed' },
  )
  plan.stopRules.add(
    { text: 'Stoppen bij meer dan 6 keer', measureId: 'me-missed', operator: '>', value: 6 },
    { id: 'sr-missed' },
  )
  addStep(plan, { text: 'Beginmeting', start: '2026-10-12', end: '2026-10-16', done: true }, { id: 'st-begin' })
  addStep(plan, { text: 'Acht weken doen', start: '2026-10-19', end: '2026-12-11' }, { id: 'st-do' })
  addEffect(
    plan,
    { text: 'Ouderen buiten de proef zien het, maar krijgen het niet', likelihood: 4, severity: 3, response: 'watch' },
    { id: 'ue-outside' },
  )
}
