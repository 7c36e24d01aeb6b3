import type { LineAttribute, PartyAttribute } from './attributes.ts'

// What columns are called in spreadsheets, in Kumu and in Gephi, without case, accents and punctuation.
const party: { readonly [Name in PartyAttribute]: readonly string[] } = {
  id: ['id', 'kenmerk id', 'kenmerk', 'identifier'],
  name: [
    'naam',
    'name',
    'label',
    'stakeholder',
    'organisatie',
    'organisation',
    'partij',
    'actor',
    'naam of groep',
    'name or group',
    'betrokkene',
    'titel',
    'title',
  ],
  kind: ['soort', 'kind', 'type', 'categorie', 'category'],
  sector: ['werkveld', 'sector', 'field', 'domein', 'branche'],
  level: ['schaal', 'level', 'niveau', 'schaalniveau'],
  world: ['wereld', 'world', 'leefwereld of systeem', 'daily life or system', 'leefwereld systeem'],
  ring: ['ring', 'afstand', 'distance'],
  influence: ['invloed', 'influence', 'macht', 'power'],
  interest: ['belang', 'interest', 'interesse', 'betrokkenheid'],
  impact: ['geraakt', 'impact', 'affected', 'hoe hard raakt het', 'gevolgen'],
  urgency: ['haast', 'urgency', 'urgentie', 'spoed'],
  legitimacy: ['recht van spreken', 'legitimacy', 'legitimiteit'],
  attitude: ['houding', 'attitude', 'standpunt', 'draagvlak', 'position'],
  livedExperience: ['ervaart zelf', 'ervaart het zelf', 'lives it', 'livedexperience', 'ervaring'],
  participationCurrent: ['doet mee', 'doet nu mee', 'takes part now', 'participationcurrent', 'participatie'],
  participationDesired: [
    'zou moeten',
    'zou moeten meedoen',
    'should take part',
    'should',
    'participationdesired',
    'gewenste participatie',
  ],
  atTable: ['aan tafel', 'at the table', 'attable', 'zit aan tafel'],
  goals: ['doelen', 'doel', 'wil', 'goals', 'goal', 'wants'],
  concerns: ['zorgen', 'zorg', 'concerns', 'worries'],
  brings: ['brengt', 'brings', 'inbreng'],
  tags: ['labels', 'tags', 'trefwoorden'],
  description: [
    'toelichting',
    'description',
    'opmerking',
    'opmerkingen',
    'notes',
    'note',
    'beschrijving',
    'omschrijving',
  ],
  representedById: [
    'wie spreekt namens hen',
    'who speaks for them',
    'representedbyid',
    'represented by',
    'vertegenwoordigd door',
  ],
  missingReason: ['waarom niet aan tafel', 'why not at the table', 'missingreason'],
  confidence: ['hoe zeker', 'how sure', 'confidence', 'zekerheid'],
}

const line: { readonly [Name in LineAttribute]: readonly string[] } = {
  id: ['id', 'edge id', 'edgeid', 'kenmerk id', 'kenmerk'],
  from: ['van', 'from', 'bron', 'source'],
  to: ['naar', 'to', 'doel', 'target'],
  type: ['soort', 'kind', 'relatie', 'relation', 'soort lijn', 'type of line', 'type'],
  direction: ['richting', 'direction', 'type'],
  strength: ['sterkte', 'strength', 'gewicht', 'weight', 'edge weight'],
  quality: ['kwaliteit', 'quality'],
  status: ['stand', 'status'],
  label: ['toelichting', 'label', 'edge label', 'edgelabel', 'description', 'opmerking', 'omschrijving', 'notes'],
  formal: ['officieel', 'official', 'formal', 'formeel'],
  tags: ['labels', 'tags'],
}

/** A name of a column without case, accents and punctuation. */
export const bareColumn = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** An attribute that a column may hold; the lower its place, the more usual the name. */
export type Alias<Name extends string> = { readonly name: Name; readonly place: number }

/** The attributes that a column of this name may hold, the likeliest first. */
export const partyAliasesOf = (column: string): readonly Alias<PartyAttribute>[] => matching(party, column)
export const lineAliasesOf = (column: string): readonly Alias<LineAttribute>[] => matching(line, column)

const matching = <Name extends string>(
  aliases: { readonly [Each in Name]: readonly string[] },
  column: string,
): readonly Alias<Name>[] => {
  const bare = bareColumn(column)
  // The keys of a table by name are names.
  return (Object.keys(aliases) as Name[])
    .flatMap((name) => {
      const place = aliases[name].indexOf(bare)
      return place < 0 ? [] : [{ name, place }]
    })
    .toSorted((a, b) => a.place - b.place)
}
