import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { jsonObjects, type JsonObject } from '#crdt/json.ts'
import { exampleFile, importedFrom, someModels, storedFrom } from '../../tests/support/imported-source.ts'
import type { ExportWish } from './files.ts'
import { snapshotOf } from './projection.ts'
import { writeHtml } from './html.ts'
import { leadsIn, placesIn } from './report/loose-ends.ts'
import { addressesIn } from './report/addresses.ts'
import { reportOutline } from './report.ts'
import type { WorkspaceSource } from './snapshot.ts'

const at = Date.UTC(2026, 10, 24, 9)
const wish: ExportWish = { locale: 'nl', names: false, draft: false, at }
const sourceOf = (file: JsonObject): WorkspaceSource => storedFrom(importedFrom(file)).source
const startsWith = (cells: readonly string[]) => expect.arrayContaining([...cells]) as unknown

const outlineFrom = (source: WorkspaceSource, more: Partial<ExportWish> = {}) => {
  const asked = { ...wish, ...more }
  const { names, session } = asked
  const scope = session === undefined ? {} : { session }
  return reportOutline(
    snapshotOf(source, { audience: 'shared', names, models: someModels, ...scope }),
    asked,
    someModels,
  )
}

describe('the report of the example', () => {
  const source = sourceOf(exampleFile())
  const report = outlineFrom(source)
  const headings = report.blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : []))
  const tableOf = (caption: string) =>
    report.blocks.find((block) => block.type === 'table' && block.caption === caption)

  test('has its sections in their order', () => {
    expect(report).toMatchObject({ title: 'Samen minder alleen in Waterhof', date: '24 november 2026' })
    expect(headings).toEqual([
      'Samenvatting op één pagina',
      'Over deze bijeenkomst',
      'Wie waren er, wie misten we',
      'Het probleem',
      'Hoe weten we dit?',
      'Wie hebben ermee te maken',
      'Wat gaan we proberen',
      'Hoe er is gekozen',
      'Besluiten en acties',
      'Reactie op de uitkomst',
      'Open punten',
      'Verantwoording',
    ])
  })

  test('counts people by group, without those who lead or write down', () => {
    expect(tableOf('Wie er waren: Co-creatiemiddag Waterhof')).toMatchObject({
      rows: [
        ['Bewoners', '7'],
        ['Professionals', '5'],
        ['Beleidsmakers', '4'],
        ['Totaal', '16'],
      ],
    })
  })

  test('counts secret votes in groups of five or more, open ones in groups of three or more', () => {
    expect(tableOf('Welke proef doen we?')).toMatchObject({
      head: ['Keuze', 'Totaal', 'Bewoners (7)', 'Professionals en Beleidsmakers (9)'],
      rows: expect.arrayContaining([
        ['Avondkoffie met vrijwilligers', '4 stippen', '4 stippen', '0 stippen'],
        ['Eén gezamenlijke verantwoording', '4 stippen', '0 stippen', '4 stippen'],
      ]) as unknown,
    })
    expect(tableOf('Beginnen we met Kwartier zonder klok en Een lijntje met de hulp in huis?')).toMatchObject({
      head: ['Keuze', 'Totaal', 'Bewoners (7)', 'Professionals (5)', 'Beleidsmakers (4)'],
    })
  })

  test('calls people by their group and for whom they speak, or by name when names are on', () => {
    const ownersIn = (blocks: typeof report.blocks) =>
      blocks.flatMap((block) =>
        block.type === 'table' && block.caption === 'Acties' ? block.rows.map((row) => row[1]) : [],
      )
    expect(ownersIn(report.blocks)).toContain('Bewoners (namens Buren en straatgenoten)')
    expect(ownersIn(outlineFrom(source, { names: true }).blocks)).toContain('Spreeuw')
  })

  test('can be one page, a draft, and English', () => {
    const page = outlineFrom(source, { level: 'page', draft: true, locale: 'en' })
    expect(page.blocks[0]).toMatchObject({ type: 'note', tone: 'caution' })
    const titles = page.blocks.flatMap((block) => (block.type === 'heading' && block.level === 1 ? [block.text] : []))
    expect(titles).toEqual([
      'The sentence we stand behind',
      'Welke proef doen we?',
      'What we heard',
      'Who we have not heard yet',
      'What we decided',
      'The next step',
    ])
    expect(page).toMatchObject({ short: true, words: { report: 'Report on one page' } })
  })
})

describe('what somebody asks of a report', () => {
  const source = sourceOf(exampleFile())
  const titlesOf = (more: Partial<ExportWish>, level = 1) =>
    outlineFrom(source, more).blocks.flatMap((block) =>
      block.type === 'heading' && block.level === level ? [block.text] : [],
    )

  test('is told in the parts and the order that were asked for, and always with how it was made', () => {
    expect(titlesOf({ parts: ['agreements', 'problem-statement'] })).toEqual([
      'Besluiten en acties',
      'Het probleem',
      'Verantwoording',
    ])
  })

  test('has the part on equal influence only when the group wants it', () => {
    expect(titlesOf({})).not.toContain('Was iedereen gelijk aan zet?')
    expect(titlesOf({ panel: true })).toContain('Was iedereen gelijk aan zet?')
    const table = outlineFrom(source, { panel: true }).blocks.find(
      (block) => block.type === 'table' && block.caption === 'Wie hebben iets ingebracht?',
    )
    expect(table).toMatchObject({
      rows: [['Bewoners', '7 van 7'], ['Professionals'], ['Beleidsmakers']].map(startsWith),
    })
  })

  test('says beside who took part how far the table looked like the map, and what each group thought of it, small ones together', () => {
    const { blocks } = outlineFrom(source, { panel: true })
    const tables = new Map(blocks.flatMap((block) => (block.type === 'table' ? [[block.caption, block.rows]] : [])))
    // Of 24 parties 9, 5 and 10; at the table 5, 4 and 4 of 13.
    expect(tables.get('Leek de tafel op de kaart?')).toEqual([
      ['Leefwereld', '38%', '38%'],
      ['Ertussenin', '21%', '31%'],
      ['Systeem', '42%', '31%'],
    ])
    const answers = [...tables].find(([caption]) => caption.startsWith('Wat mensen er zelf van vonden'))?.[1]
    // Four officials alone would be known: with five professionals, because these answers are secret.
    expect(answers?.slice(0, 3)).toEqual([
      ['Ik kon zeggen wat ik wilde.', 'in het midden 4, van 3 tot 5', '16'],
      ['— Bewoners', 'in het midden 4', '7'],
      ['— Professionals en Beleidsmakers', 'in het midden 4', '9'],
    ])
    const few = {
      ...source.rows,
      exit_answer: source.rows.exit_answer.filter((_, index) => index % 3 === 0).slice(0, 4),
    }
    expect(JSON.stringify(outlineFrom({ ...source, rows: few }, { panel: true }).blocks)).not.toContain('— Bewoners')
  })

  test('each level tells more than the one before', () => {
    const lengthOf = (level: 'page' | 'standard' | 'complete') => outlineFrom(source, { level }).blocks.length
    expect(lengthOf('page')).toBeLessThan(lengthOf('standard'))
    expect(lengthOf('standard')).toBeLessThan(lengthOf('complete'))
    expect(titlesOf({ level: 'complete' }, 3)).toEqual(
      expect.arrayContaining(['Alle lijnen', 'Leerlogboek', 'Stappen']),
    )
    expect(titlesOf({}, 3)).not.toContain('Alle lijnen')
  })

  test('a report of one session leaves the votes and decisions of another out', () => {
    const of = (session?: string) => outlineFrom(source, session === undefined ? {} : { session })
    const tables = (session?: string) => JSON.stringify(of(session).blocks)
    expect(tables('se-1')).not.toContain('tien weken door met vaste koppels')
    expect(tables('se-2')).toContain('tien weken door met vaste koppels')
    expect(tables('se-2')).not.toContain('Welke vraag raakt jou het meest?')
    expect(of('se-1').words.report).toBe('Verslag van Co-creatiemiddag Waterhof')
  })

  test('a letter says what was heard, decided and answered, and who does what', () => {
    const titles = titlesOf({ kind: 'letter' })
    expect(titles).toEqual([
      'Dit is vooraf beloofd',
      'Dit hoorden we',
      'Zo kozen we',
      'Dit is besloten',
      'Dit gaat er gebeuren',
      'Dit is het antwoord',
      'Hier zijn we nog niet uit',
      'Over deze brief',
    ])
    const letter = JSON.stringify(outlineFrom(source, { kind: 'letter' }).blocks)
    expect(letter).toContain('Het meldpunt komt niet')
    expect(letter).toContain('Dit wordt overgenomen.')
  })

  test('what others may do with it is said, and never that they may share names', () => {
    expect(outlineFrom(source, { licence: 'by-sa' }).notice).toContain('CC BY-SA 4.0')
    expect(outlineFrom(source, { licence: 'by', names: true }).notice).toContain('Niet verder delen.')
  })
})

describe('the trail', () => {
  const source = sourceOf(exampleFile())
  const report = outlineFrom(source, { level: 'complete', origin: 'https://polder.example.nl' })
  const places = report.blocks.flatMap(placesIn)
  const leads = [...JSON.stringify(report.blocks).matchAll(/"to":"([^"]+)"/g)].map(([, id]) => id ?? '')

  test('every number in a line leads to a place in the report', () => {
    expect(leads.length).toBeGreaterThan(20)
    expect(report.blocks.flatMap(leadsIn)).toEqual(leads)
    expect(leads.filter((id) => !places.includes(id))).toEqual([])
    const page = outlineFrom(source, { level: 'page' })
    expect(JSON.stringify(page.blocks)).not.toContain('"to":"ev-')
  })

  test('everything with a place leads back to where it stands in the workspace', () => {
    expect(places.length).toBeGreaterThan(150)
    expect(places.filter((id) => report.addressOf?.(id) === null)).toEqual([])
    expect(report.addressOf?.('ca-1')).toBe('https://polder.example.nl/w/ws-test/a/pr-1#ca-1')
    expect(report.addressOf?.('ev-01')).toBe('https://polder.example.nl/w/ws-test/a/pr-1#ev-01')
    expect(report.addressOf?.('de-1')).toBe('https://polder.example.nl/w/ws-test/outcomes#de-1')
    expect(report.addressOf?.('nobody')).toBeNull()
  })

  test('in HTML each number is a link to an anchor that is there, and each line has its link to the workspace', () => {
    const window = new Window()
    window.document.write(writeHtml(report))
    const anchors = [...window.document.querySelectorAll('a.number')].map((link) => link.getAttribute('href') ?? '')
    expect(anchors.length).toBe(leads.length)
    expect(anchors.filter((href) => !window.document.getElementById(href.slice(1)))).toEqual([])
    expect(window.document.querySelector('tr#ev-01 a.back')?.getAttribute('href')).toContain('/a/pr-1#ev-01')
    expect(window.document.querySelectorAll('a.back').length).toBeGreaterThan(150)
    const ids = [...window.document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('what may not be told', () => {
  test('words beside a vote name a group only where it stands alone', () => {
    const [first] = jsonObjects(exampleFile()['ballots'])
    const notes = [
      { perspective: 'policy', text: 'woord' },
      { perspective: 'resident', text: 'ander' },
    ]
    const { ballots: told } = snapshotOf(
      sourceOf({ ...exampleFile(), ballots: [{ ...first, notes, needs: [{ perspective: 'policy', text: 'nodig' }] }] }),
      {
        audience: 'shared',
        names: false,
      },
    )
    expect(told[0]?.body['needs']).toEqual([{ perspective: '', text: 'nodig' }])
    expect(told[0]?.body['notes']).toEqual([
      { perspective: '', text: 'woord' },
      { perspective: 'resident', text: 'ander' },
    ])
  })
})

describe('the trail of the example', () => {
  const source = sourceOf(exampleFile())
  const snapshot = snapshotOf(source, { audience: 'shared', names: false, models: someModels })
  const origin = 'https://polder.example.org'
  const complete = { ...wish, level: 'complete', panel: true, origin } as const
  const window = new Window()
  window.document.write(writeHtml(reportOutline(snapshot, complete, someModels)))
  const { document } = window
  const hrefs = (selector: string) =>
    [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '')

  test('every link to the workspace leads to a page that is there, and to a thing that stands on it', () => {
    const idsOn = new Map<string, ReadonlySet<string>>([
      ...source.artefacts.map(({ id, content }) => [`/a/${id}`, idsDeep(content)] as const),
      ['/outcomes', new Set(snapshot.records.map(({ id }) => id))],
      ['/choose', new Set(snapshot.ballots.map(({ id }) => id))],
      ...source.workspace.sessions.map(({ id }) => [`/session/${id}`, new Set<string>()] as const),
    ])
    const evidence = source.evidence.evidence.map(({ id }): string => id)
    const links = hrefs('a.back').map((href) => new URL(href))
    expect(links.length).toBeGreaterThan(200)
    const lost = links.filter(({ pathname, hash, origin: from }) => {
      const ids = idsOn.get(pathname.replace(`/w/${source.id}`, ''))
      const id = decodeURIComponent(hash.slice(1))
      return from !== origin || !ids || !(id === '' || ids.has(id) || evidence.includes(id))
    })
    expect(lost.map(({ href }) => href)).toEqual([])
  })

  test('evidence leads to the problem that leans on it, and what none leans on to the first', () => {
    const addressOf = addressesIn(snapshot, origin)
    const pageOf = (id: string) => addressOf(id)?.replace(`${origin}/w/${source.id}/`, '')
    expect(['ev-01', 'ev-17', 'ev-20'].map(pageOf)).toEqual(['a/pr-1#ev-01', 'a/pr-2#ev-17', 'a/pr-1#ev-20'])
  })

  test('every link inside the report leads to a place in it', () => {
    const inside = hrefs('a[href^="#"]')
    expect(inside.length).toBeGreaterThan(50)
    expect(inside.filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))))).toEqual([])
  })

  test('whatever has a source in the workspace shows the way there: decisions, answers, sessions, votes, parties, steps', () => {
    const pages = new Set(hrefs('a.back').map((href) => new URL(href).pathname.split('/').slice(3, 5).join('/')))
    const { artefacts, workspace } = source
    const wanted = [...artefacts.map(({ id }) => `a/${id}`), ...workspace.sessions.map(({ id }) => `session/${id}`)]
    expect([...wanted, 'outcomes', 'choose'].filter((page) => !pages.has(page))).toEqual([])
  })
})

const idsDeep = (value: unknown, into = new Set<string>()): ReadonlySet<string> => {
  if (typeof value !== 'object' || value === null) return into
  if ('id' in value && typeof value.id === 'string') into.add(value.id)
  for (const inner of Object.values(value)) idsDeep(inner, into)
  return into
}
