import { formatNumber, plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of equal influence: about the process, never about a person. */
export const influenceStrings = defineStrings({
  nl: {
    title: 'Wie horen we?',
    about: { step: 'deze stap', session: 'deze sessie', workspace: 'deze werkruimte' },
    scope: 'Waarover?',
    heard: (heard: number, present: number) =>
      `${formatNumber('nl', heard)} van ${formatNumber('nl', present)} schreven iets`,
    silent: (count: number) =>
      plural(
        'nl',
        count,
        '# mens heeft nog niets geschreven. Een stille ronde helpt.',
        '# mensen hebben nog niets geschreven. Een stille ronde helpt.',
      ),
    allHeard: 'Iedereen schreef iets.',
    little: (group: string) => `${group} horen we nog weinig. Geef hen de beurt.`,
    balanced: 'De bijdragen zijn in balans met wie er zijn.',
    even: 'De bijdragen zijn redelijk gelijk verdeeld.',
    uneven: 'Een paar mensen schrijven veel. Vraag ook de anderen.',
    nothing: 'Er is nog niets geschreven.',
    nobody: 'Nog niemand is hier.',
    share: (percent: number, even: number) => `${percent}% van de bijdragen, ${even}% van de mensen`,
    uptake: (taken: number, all: number) =>
      `${formatNumber('nl', taken)} van ${plural('nl', all, '# bijdrage leeft voort', '# bijdragen leven voort')} in de vraag, een besluit of een experiment`,
    merged: 'Kleine groepen zijn samen genomen.',
    caveat: 'Dit gaat over de manier van werken, niet over mensen. Meer zeggen is niet hetzelfde als meer invloed.',
    tick: 'streepje: hun deel van de mensen',
    details: 'Getallen',
    evenness: 'Spreiding (1 is gelijk)',
    gap: 'Wie mist aan tafel?',
    gapInvite: 'Dit raakt hen hard, en zij zitten niet aan tafel. Nodig hen uit.',
    gapNone: 'Wie het hard raakt, zit aan tafel of heeft iemand die voor hen spreekt.',
    gapMore: (count: number) => plural('nl', count, 'Op de kaart staat er nog #.', 'Op de kaart staan er nog #.'),
    gapNobody: 'Van niemand op de kaart is gezegd dat die aan tafel zit.',
    gapWorld: (world: string, map: string, table: string) =>
      `${world}: ${map}% van de kaart, ${table}% van wie aan tafel zit`,
    worlds: { lived: 'Leefwereld', bridge: 'Ertussenin', system: 'Systeem' },
    noName: 'Nog zonder naam',
  },
  en: {
    title: 'Who do we hear?',
    about: { step: 'this step', session: 'this session', workspace: 'this workspace' },
    scope: 'About what?',
    heard: (heard, present) => `${formatNumber('en', heard)} of ${formatNumber('en', present)} wrote something`,
    silent: (count) =>
      plural(
        'en',
        count,
        '# person has not written anything yet. A silent round helps.',
        '# people have not written anything yet. A silent round helps.',
      ),
    allHeard: 'Everybody wrote something.',
    little: (group) => `We hear little of ${group} yet. Give them the floor.`,
    balanced: 'Contributions are in balance with who is here.',
    even: 'Contributions are spread fairly evenly.',
    uneven: 'A few people write a lot. Ask the others too.',
    nothing: 'Nothing has been written yet.',
    nobody: 'Nobody is here yet.',
    share: (percent, even) => `${percent}% of contributions, ${even}% of people`,
    uptake: (taken, all) =>
      `${formatNumber('en', taken)} of ${plural('en', all, '# contribution lives on', '# contributions live on')} in the question, a decision or an experiment`,
    merged: 'Small groups are taken together.',
    caveat: 'This is about the way of working, not about people. Saying more is not the same as more influence.',
    tick: 'tick: their share of the people',
    details: 'Figures',
    evenness: 'Evenness (1 is equal)',
    gap: 'Who is missing at the table?',
    gapInvite: 'This hits them hard, and they are not at the table. Invite them.',
    gapNone: 'Whoever is hit hard is at the table, or somebody speaks for them.',
    gapMore: (count) => plural('en', count, 'There is # more on the map.', 'There are # more on the map.'),
    gapNobody: 'Of nobody on the map it was said that they are at the table.',
    gapWorld: (world, map, table) => `${world}: ${map}% of the map, ${table}% of who is at the table`,
    worlds: { lived: 'Daily life', bridge: 'In between', system: 'System' },
    noName: 'No name yet',
  },
})
