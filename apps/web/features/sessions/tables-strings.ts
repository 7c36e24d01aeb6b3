import { plural } from '#i18n/format.ts'
import { defineStrings } from '#i18n/strings.ts'

/** The words of dividing people over tables. */
export const tablesStrings = defineStrings({
  nl: {
    title: 'Tafels en mensen',
    count: (tables: number) => plural('nl', tables, '# tafel', '# tafels'),
    none: 'Iedereen zit bij elkaar.',
    many: 'Aantal tafels',
    deal: 'Verdeel iedereen',
    dealHint: 'Elke groep wordt over alle tafels verdeeld.',
    clear: 'Haal de tafels weg',
    table: (at: number) => `Tafel ${at}`,
    name: 'Naam van de tafel',
    noTable: 'Geen tafel',
    seatOf: (name: string) => `Tafel van ${name}`,
    somebody: 'Iemand',
    person: 'Mens',
    seat: 'Tafel',
    here: 'Hier',
    isHere: (name: string) => `${name} is er`,
  },
  en: {
    title: 'Tables and people',
    count: (tables) => plural('en', tables, '# table', '# tables'),
    none: 'Everyone sits together.',
    many: 'Number of tables',
    deal: 'Seat everyone',
    dealHint: 'Each group is spread over all tables.',
    clear: 'Take the tables away',
    table: (at) => `Table ${at}`,
    name: 'Name of the table',
    noTable: 'No table',
    seatOf: (name) => `Table of ${name}`,
    somebody: 'Somebody',
    person: 'Person',
    seat: 'Table',
    here: 'Here',
    isHere: (name) => `${name} is here`,
  },
})
