import { addAssumption } from './assumption-commands.ts'
import { addCarrier } from './carrier-commands.ts'
import { addSubQuestion, setAffected } from './commands.ts'
import { mergeFormulations, writeFormulation } from './formulation-commands.ts'
import { addGap, addLine } from './line-commands.ts'
import { addRule } from './rule-commands.ts'
import type { ProblemStatementDraft } from './shape.ts'
import { addWhy } from './why-commands.ts'

const scribe = { perspective: 'other', canRecord: true }

/** A small believable statement, for tests, the gallery and screenshots. */
export const writeExample = (statement: ProblemStatementDraft): void => {
  const id = statement.problems.add({ kind: 'main', title: 'Hulp komt, maar niemand blijft even' }, { id: 'pr-main' })
  const row = statement.problems.get(id)
  row?.whatHappens.append('Ouderen zien elke week andere hulpen. Voor een gesprek is geen tijd.')
  row?.place.set('Oosterwetering')
  setAffected(statement, id, 'sh-elderly', true)
  addSubQuestion(statement, id, 'Opschrijven kost een hulp 52 minuten per dienst', { id: 'pr-writing' })
  addLine(statement, id, { world: 'lived', text: 'Elke week een ander gezicht aan de deur.' }, { id: 'li-face' })
  addLine(statement, id, { world: 'system', text: 'Zorg telt per vijf minuten.' }, { id: 'li-minutes' })
  addGap(statement, id, 'li-face', 'li-minutes', { id: 'ga-time' })
  statement.gaps.get('ga-time')?.text.splice(0, 0, 'Er is geen vakje voor een gesprek.')
  addRule(
    statement,
    id,
    { name: 'Vastleggen per vijf minuten', kind: 'contract', ownerId: 'sh-council', hardness: 'agreement' },
    { id: 'ru-minutes' },
  )
  addWhy(statement, 'causes', id, { text: 'Roosters volgen de route' }, { id: 'ca-roster' })
  addWhy(statement, 'causes', id, { text: 'Geld gaat per minuut' }, { id: 'ca-money', parentId: 'ca-roster' })
  addWhy(statement, 'causes', id, { text: 'Mensen vragen niet om hulp' }, { id: 'ca-ask' })
  addWhy(statement, 'effects', id, { text: 'We zien te laat dat het niet goed gaat' }, { id: 'ef-late' })
  addAssumption(
    statement,
    id,
    { text: 'Een gesprek van een kwartier helpt echt', certainty: 2, importance: 5 },
    { id: 'pa-helps' },
  )
  addCarrier(statement, id, 'sh-help', { id: 'cr-help' })
  addCarrier(statement, id, 'sh-council', { id: 'cr-council' })
  const voices = [
    ['fo-resident', 'resident', 'Wij missen mensen die tijd hebben voor een gesprek.'],
    ['fo-professional', 'professional', 'Wij schrijven op wat we doen, en hebben geen tijd voor een gesprek.'],
    ['fo-policy', 'policy', 'Eenzaamheid is hoger dan gemiddeld.'],
  ] as const
  for (const [formulation, perspective, text] of voices) {
    writeFormulation(statement, id, { form: 'statement', perspective, text }, scribe, { id: formulation })
  }
  mergeFormulations(
    statement,
    ['fo-resident', 'fo-professional'],
    'Hoe maken we tijd voor een gesprek tijdens de hulp die er al is?',
    { id: 'fo-together' },
  )
}
