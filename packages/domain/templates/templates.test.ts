import { expect, test } from 'vitest'
import { stepKind } from '../agenda.ts'
import { dayAfter, scriptOf, scriptSchema } from '../scripts.ts'
import { focusOf } from './template.ts'
import { templateById, templates } from './templates.ts'

const minutes: { readonly [id: string]: number } = {
  'tpl-problem': 120,
  'tpl-map': 120,
  'tpl-experiment': 150,
  'tpl-lab-day': 360,
  'tpl-world-cafe': 120,
  'tpl-checkin': 90,
  'tpl-writing-round': 45,
  'tpl-lab-sprint': 900,
}

test('there are eight, and their minutes add up', () => {
  const sums = templates.map(({ id, steps }) => [id, steps.reduce((sum, step) => sum + step.minutes, 0)])
  expect(Object.fromEntries(sums)).toEqual(minutes)
})

const cases = templates.flatMap((template) => (['nl', 'en'] as const).map((locale) => [template, locale] as const))

test.each(cases)('$0.id says in $1 what each step asks and what there is then', (template, locale) => {
  for (const { title, prompt, goal } of template.steps) {
    for (const words of [title[locale], prompt[locale], goal[locale]]) expect(words.trim()).not.toBe('')
    // One thought a sentence, so that a phone and a tired reader can hold it.
    for (const sentence of prompt[locale].split(/[.?!:]\s/)) expect(sentence.split(' ').length).toBeLessThan(25)
  }
})

test.each(cases)('$0.id is a script in $1', (template, locale) => {
  const script = scriptOf(template, locale, '2026-03-20')
  expect(scriptSchema.parse(JSON.parse(JSON.stringify(script)))).toEqual(script)
})

test('a long one has its half-days as parts, a round its windows from the first day', () => {
  const [sprint, round] = [templateById('tpl-lab-sprint'), templateById('tpl-writing-round')]
  if (!sprint || !round) throw new Error('they are there')
  expect(scriptOf(sprint, 'nl', null).stages.map(({ title }) => title)).toEqual([
    'Dagdeel 1',
    'Dagdeel 2',
    'Dagdeel 3',
    'Dagdeel 4',
    'Dagdeel 5',
  ])
  const steps = scriptOf(round, 'nl', '2026-02-27').stages[0]?.steps ?? []
  expect(steps[1]?.window).toEqual({ from: '2026-02-27', to: '2026-03-01' })
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
})

test('what a step opens is read from its short form', () => {
  expect(focusOf('-')).toEqual([])
  expect(focusOf('ballot+formulation.minorityNote')).toEqual([
    { type: 'ballot', ids: [], fields: [] },
    { type: 'formulation', ids: [], fields: ['minorityNote'] },
  ])
  expect(focusOf('experiment(status=idea)')).toEqual([{ type: 'experiment', ids: [], fields: ['status=idea'] }])
})

test('secret steps are the votes and the questions at the end', () => {
  const secret = templates.flatMap(({ steps }) => steps).filter(({ anonymity }) => anonymity === 'secret')
  const kinds = new Set(secret.map(({ method, focus }) => stepKind({ method, artefacts: focus, ballotId: null })))
  expect([...kinds].toSorted()).toEqual(['ballot', 'exit'])
})
