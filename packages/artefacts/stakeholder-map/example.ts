import { addStakeholder, relate } from './commands.ts'
import type { StakeholderInit, StakeholderMapDraft } from './shape.ts'

/** A small believable map, for tests, the gallery and screenshots; gives the ids of its parties. */
export const writeExample = (map: StakeholderMapDraft): void => {
  for (const [id, init] of parties) addStakeholder(map, init, { id })
  relate(map, { from: 'sh-help', to: 'sh-elderly', type: 'care', label: 'elke week' })
  relate(map, { from: 'sh-planning', to: 'sh-help', type: 'mandate', label: 'rooster en minuten' })
  relate(map, { from: 'sh-council', to: 'sh-planning', type: 'money' })
  relate(map, { from: 'sh-help', to: 'sh-carers', type: 'tension' })
  relate(map, { from: 'sh-council', to: 'sh-elderly', type: 'information', status: 'wanted' })
}

type Party = readonly [id: string, init: StakeholderInit & { readonly name: string }]
const parties: readonly Party[] = [
  [
    'sh-elderly',
    {
      name: 'Ouderen die alleen wonen',
      kind: 'group',
      sector: 'residents',
      impact: 5,
      influence: 1,
      interest: 5,
      world: 1,
      atTable: 'yes',
      livedExperience: true,
    },
  ],
  [
    'sh-memory',
    {
      name: 'Ouderen met geheugenproblemen',
      kind: 'group',
      sector: 'residents',
      impact: 5,
      influence: 1,
      interest: 4,
      world: 1,
      atTable: 'no',
      livedExperience: true,
      missingReason: 'Komen niet naar een zaal.',
    },
  ],
  [
    'sh-carers',
    {
      name: 'Mantelzorgers dichtbij',
      kind: 'group',
      sector: 'informalCare',
      impact: 4,
      influence: 2,
      interest: 5,
      world: 1,
      atTable: 'yes',
      livedExperience: true,
    },
  ],
  [
    'sh-help',
    {
      name: 'Hulpen thuiszorg, team Oost',
      kind: 'role',
      sector: 'care',
      impact: 5,
      influence: 2,
      interest: 5,
      world: 2,
      atTable: 'yes',
      goals: 'Zelf zien wat iemand nodig heeft.',
      brings: 'Zij merken als eerste dat iemand alleen is.',
    },
  ],
  [
    'sh-planning',
    {
      name: 'Planners thuiszorg',
      kind: 'role',
      sector: 'care',
      impact: 4,
      influence: 4,
      interest: 3,
      world: 4,
      atTable: 'represented',
      representedById: 'sh-help',
    },
  ],
  [
    'sh-council',
    {
      name: 'Zorgloket gemeente',
      kind: 'government',
      sector: 'government',
      impact: 3,
      influence: 5,
      interest: 4,
      world: 5,
      atTable: 'yes',
    },
  ],
  [
    'sh-shop',
    { name: 'Kapper en bakker', kind: 'network', sector: 'business', impact: 2, influence: 1, interest: 2, world: 1 },
  ],
  ['sh-bus', { name: 'Buurtbus', kind: 'organisation', sector: 'volunteering' }],
]
