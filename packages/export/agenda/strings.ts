import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of the memo that asks institutions for room in rules. */
export const agendaStrings = defineStrings({
  nl: {
    title: 'Ruimte in regels',
    memo: 'Memo',
    intro: (count: number) =>
      plural(
        'nl',
        count,
        'Deze memo noemt # regel die in de weg zit.',
        'Deze memo noemt # regels die in de weg zitten.',
      ),
    ask: 'Wij vragen u per regel te laten weten welke ruimte er is.',
    none: 'Bij de proeven staan nog geen regels die in de weg zitten.',
    nobody: 'Nog niemand gevonden die dit kan veranderen',
    kind: 'Soort',
    trial: 'Proef',
    room: 'Welke ruimte',
    status: 'Stand',
    kept: 'Bronnen die niet gedeeld mogen worden, staan er niet in.',
  },
  en: {
    title: 'Room in rules',
    memo: 'Memo',
    intro: (count) =>
      plural('en', count, 'This memo names # rule that is in the way.', 'This memo names # rules that are in the way.'),
    ask: 'We ask you to tell for each rule which room there is.',
    none: 'The trials name no rules that are in the way yet.',
    nobody: 'Nobody found yet who can change this',
    kind: 'Kind',
    trial: 'Trial',
    room: 'Which room',
    status: 'Status',
    kept: 'Sources that may not be shared are not in it.',
  },
})
