import { expect, test } from 'vitest'
import { focusPlaces } from './focus-target.ts'

test('a step is about every part that its fields stand in, in the kind of page that is open', () => {
  const artefacts = [
    { type: 'problem', ids: [], fields: ['livedWorld', 'systemWorld', 'gap', 'rules'] },
    { type: 'evidence', ids: [], fields: [] },
    { type: 'experiment', ids: [], fields: ['measures'] },
    { type: 'formulation', ids: ['fo-1'], fields: [] },
  ]
  expect(focusPlaces({ artefacts }, { kind: 'problem-statement' })).toEqual([
    'worlds',
    'rules',
    'quotes',
    'fo-1',
    'converge',
  ])
  expect(focusPlaces({ artefacts }, { kind: 'experiment-plan' })).toEqual(['measures'])
  expect(focusPlaces({ artefacts }, { kind: 'stakeholder-map' })).toEqual([])
})
