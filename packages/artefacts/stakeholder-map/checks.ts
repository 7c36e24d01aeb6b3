import type { CheckContext, CheckHit, Checks } from '#domain/check.ts'
import { words } from '#i18n/strings.ts'
import { balanceOf, ladderGap } from './derived.ts'
import { absentRuleOwners, answersTo } from './missing.ts'
import { duplicatePairs, looksLikePerson } from './names.ts'
import { articulationPoints, fewestRanked, graphOf, isolates } from './network.ts'
import { missingVoices } from './queries.ts'
import type { Stakeholder, StakeholderMap } from './shape.ts'

/** The questions that a map raises: about who is missing first, about how it is drawn last. */
export const checks: Checks<StakeholderMap> = {
  words: {
    S01: words(
      'Dit raakt hen hard, en ze zitten niet aan tafel. Wie nodig je uit?',
      'This hits them hard, and they are not at the table. Whom do you invite?',
    ),
    S02: words(
      'Iemand spreekt namens hen. Wat zeggen zij zelf?',
      'Somebody speaks for them. What do they say themselves?',
    ),
    S03: words(
      'Er zit meer systeem dan leefwereld aan tafel. Wie uit het dagelijks leven mist?',
      'There is more system than daily life at the table. Who from daily life is missing?',
    ),
    S04: words('Zij staan los op de kaart. Klopt dat?', 'They stand alone on the map. Is that right?'),
    S07: words(
      'Zij gaan over een regel die in de weg zit, en zijn er niet. Wie vraagt hen erbij?',
      'They own a rule that is in the way, and are not here. Who asks them to come?',
    ),
    S08: words(
      'Wie betaalt hier? En wie houdt toezicht? Dat staat nog niet op de kaart.',
      'Who pays here? And who oversees? That is not on the map yet.',
    ),
    S05: words(
      'Jullie schatten dit heel verschillend. Wat ziet de een wat de ander niet ziet?',
      'You estimate this very differently. What does one see that another does not?',
    ),
    S06: words(
      'Veel invloed, maar het is een gok. Wie kan het weten?',
      'Much influence, but it is a guess. Who could know?',
    ),
    S11: words(
      'Zonder hen valt de kaart uiteen. Wat gebeurt er als zij wegvallen?',
      'Without them the map falls apart. What happens if they drop out?',
    ),
    S12: words(
      'Zij doen veel minder mee dan zou moeten. Welke stap kan nu?',
      'They take part far less than they should. Which step is possible now?',
    ),
    S09: words(
      'Deze naam lijkt op een andere. Is het dezelfde groep?',
      'This name looks like another. Is it the same group?',
    ),
    S10: words(
      'Dit lijkt de naam van een persoon. Kun je een groep of functie noemen?',
      'This looks like the name of a person. Can you name a group or role?',
    ),
  },
  hits: (map, context) => [
    ...of('S01', missingVoices(map)),
    ...of(
      'S02',
      map.stakeholders.filter((row) => row.atTable === 'represented' && !spokeThemselves(row, context)),
    ),
    ...whole('S03', map, context, moreSystemAtTable(map)),
    ...networkHits(map, 'S04'),
    ...of('S07', absentRuleOwners(map, context.directory)),
    ...whole('S08', map, context, answersTo(map, 'pays').length === 0 || answersTo(map, 'oversees').length === 0),
    ...of(
      'S05',
      map.stakeholders.filter(({ id }) => isEstimatedApart(id, context)),
    ),
    ...of(
      'S06',
      map.stakeholders.filter((row) => row.confidence === 'guess' && (row.influence ?? 0) >= 4),
    ),
    ...networkHits(map, 'S11'),
    ...of(
      'S12',
      map.stakeholders.filter((row) => (ladderGap(row) ?? 0) >= 2),
    ),
    ...duplicatePairs(map.stakeholders).map(([earlier, later]) => ({
      checkId: 'S09',
      targetId: later.id,
      itemId: earlier.id,
    })),
    ...of(
      'S10',
      map.stakeholders.filter(({ name }) => looksLikePerson(name)),
    ),
  ],
}

const of = (checkId: string, rows: readonly Stakeholder[]): CheckHit[] =>
  rows.map(({ id }) => ({ checkId, targetId: id }))

/** A check of the map as a whole is about its document. */
const whole = (checkId: string, map: StakeholderMap, { documentId }: CheckContext, hit: boolean): CheckHit[] =>
  hit && map.stakeholders.length > 0 ? [{ checkId, targetId: documentId }] : []

const spokeThemselves = ({ id }: Stakeholder, { evidence }: CheckContext): boolean =>
  evidence.evidence.some(({ stakeholderId }) => stakeholderId === id)

const moreSystemAtTable = (map: StakeholderMap): boolean => {
  const { table } = balanceOf(map.stakeholders)
  return table.system > table.lived
}

const apart = 2
const fewestEstimates = 3

const isEstimatedApart = (id: string, { estimates = [] }: CheckContext): boolean =>
  estimates.some(({ stakeholder, n, min, max }) => stakeholder === id && n >= fewestEstimates && max - min >= apart)

// On a map without a line everybody stands alone, and of five parties nearly each holds the rest together.
const networkHits = (map: StakeholderMap, checkId: 'S04' | 'S11'): CheckHit[] => {
  const graph = graphOf(map)
  const alone = isolates(graph)
  if (alone.length === graph.ids.length) return []
  if (checkId === 'S04') return alone.map((targetId) => ({ checkId, targetId }))
  return graph.ids.length < fewestRanked ? [] : articulationPoints(graph).map((targetId) => ({ checkId, targetId }))
}
