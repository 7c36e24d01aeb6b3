import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openDocument } from '#crdt/document.ts'
import * as Y from 'yjs'
import { addStakeholder } from '../commands.ts'
import { shape } from '../shape.ts'
import { guessMapping } from './mapping.ts'
import { planImport, type Answers } from './plan.ts'
import { readFiles } from './read.ts'
import { writeCsv } from './csv.ts'
import { readGuarded, writeGuarded } from './guard.ts'
import { writeXlsx } from './xlsx.ts'

const encoder = new TextEncoder()
const file = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === 'string' ? encoder.encode(content) : content,
})
const windows = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const mapWith = (...names: string[]) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change({ perspective: '' }, (draft) => {
    for (const [at, name] of names.entries()) addStakeholder(draft, { name }, { id: `sh-${at}` })
  })
  return document.content()
}
const plan = (map: ReturnType<typeof mapWith>, answers: Answers, ...files: ReturnType<typeof file>[]) => {
  const read = readFiles(files)
  if (!read.ok) throw new Error(read.reason)
  return { read: read.value, ...planImport(map, read.value.tables, guessMapping(read.value.tables), answers) }
}
const none: Answers = new Map()

describe('spreadsheets as people have them', () => {
  test('Dutch Excel: semicolons, decimal commas, the old Windows letters', () => {
    const text = 'Organisatie;Macht;Betrokkenheid;Standpunt\r\nCaf\u00e9 \u20ac Buurt;4,0;hoog;-1\r\n'.replace(
      '\u20ac',
      '\u0080',
    )
    const { read, parties, faults } = plan(mapWith(), none, file('lijst.csv', windows(text)))
    expect(read).toMatchObject({ format: 'csv', separator: ';', encoding: 'windows-1252' })
    expect(faults).toEqual([])
    expect(parties[0]?.said).toEqual({ name: 'Café € Buurt', influence: 4, interest: 5, attitude: -1 })
  })

  test('marks of UTF-8 and UTF-16, and the line that tells the separator', () => {
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...Array.from('naam\tinvloed\nGGD\t3\n').flatMap((letter) => [letter.charCodeAt(0), 0]),
    ])
    expect(plan(mapWith(), none, file('a.txt', wide)).parties[0]?.said).toEqual({ name: 'GGD', influence: 3 })
    const told = plan(mapWith(), none, file('b.csv', '\ufeffsep=,\r\nnaam,invloed\r\n"De Buurt, Oost",2\r\n'))
    expect(told.parties[0]?.said).toEqual({ name: 'De Buurt, Oost', influence: 2 })
  })

  test('other scales are brought to ours, and what cannot be read is told with its place', () => {
    const { parties, faults } = plan(
      mapWith(),
      none,
      file('c.csv', 'naam;invloed;belang;werkveld\nGGD;80;10;zorg\nKerk;20;1;iets anders\nSchool;veel;5;onderwijs\n'),
    )
    expect(parties.map(({ said }) => [said.influence, said.interest])).toEqual([
      [4, 5],
      [2, 1],
      [undefined, 3],
    ])
    expect(faults).toEqual([
      { table: 'parties', row: 2, column: 'werkveld', words: 'iets anders', reason: 'unknown-word' },
      { table: 'parties', row: 3, column: 'invloed', words: 'veel', reason: 'unknown-word' },
    ])
  })

  test('formulas are words: out and in again they are what they were', () => {
    for (const cell of [
      '=1+1',
      '+31 6 12',
      '-x',
      '@som',
      '\tx',
      ' =1',
      '|x',
      "'=a",
      '＝1',
      '-2',
      '+3',
      'gewoon',
      "'gewoon",
    ]) {
      const written = writeGuarded(cell)
      expect(written).not.toMatch(/^[=@\t＝]/)
      expect(readGuarded(written)).toBe(cell)
    }
    expect(writeCsv({ columns: ['naam'], rows: [['=HYPERLINK("x")'], ['-2']] }, ';')).toBe(
      '\ufeffnaam\r\n"\'=HYPERLINK(""x"")"\r\n-2\r\n',
    )
  })
})

describe('files of other programs', () => {
  test('Kumu: a backup with attributes, ends by label', () => {
    const blueprint = {
      elements: [
        { label: 'Huisarts', type: 'Organisation', tags: ['zorg', 'wijk'], Power: 4 },
        { label: 'Wijkteam', attributes: { 'element type': 'x' } },
      ],
      connections: [{ from: 'Huisarts', to: 'Wijkteam', type: 'informatie', direction: 'mutual' }],
    }
    const { parties, lines, faults } = plan(mapWith('huisarts'), none, file('kumu.json', JSON.stringify(blueprint)))
    expect(faults).toEqual([])
    expect(parties[0]).toMatchObject({
      match: { id: 'sh-0' },
      said: { kind: 'organisation', influence: 4, tags: ['zorg', 'wijk'] },
    })
    expect(lines[0]).toMatchObject({ from: 'sh-0', said: { type: 'information', direction: 'mutual' } })
  })

  test('Gephi: nodes and edges, as it writes them itself', () => {
    const nodes = file('nodes.csv', 'Id,Label,timeset,modularity_class\n1,GGD,,0\n2,Kerk,,1\n')
    const edges = file(
      'edges.csv',
      'Source,Target,Type,Id,Label,timeset,Weight\n1,2,Directed,7,,,2.0\n2,1,Undirected,8,,,1.0\n',
    )
    const { parties, lines } = plan(mapWith(), none, edges, nodes)
    expect(parties.map(({ name, id }) => [name, id])).toEqual([
      ['GGD', null],
      ['Kerk', null],
    ])
    expect(lines.map(({ said }) => [said.direction, said.strength])).toEqual([
      ['directed', 2],
      ['undirected', 1],
    ])
  })

  test('GEXF of NetworkX, and GraphML of yEd with its labels', () => {
    const gexf = `<?xml version='1.0' encoding='utf-8'?><gexf version="1.2" xmlns="http://www.gexf.net/1.2draft"><graph defaultedgetype="directed" mode="static"><attributes class="node" mode="static"><attribute id="0" title="influence" type="long"/></attributes><nodes><node id="a" label="GGD &amp; co"><attvalues><attvalue for="0" value="4"/></attvalues></node><node id="b" label="Kerk"/></nodes><edges><edge source="a" target="b" id="0" weight="3"/></edges></graph></gexf>`
    const one = plan(mapWith(), none, file('n.gexf', gexf))
    expect(one.parties[0]?.said).toEqual({ id: 'a', name: 'GGD & co', influence: 4 })
    expect(one.lines[0]?.said).toMatchObject({ direction: 'directed', strength: 3 })
    const yed = `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d3" yfiles.type="nodegraphics"/><graph edgedefault="directed"><node id="n0"><data key="d3"><y:ShapeNode><y:NodeLabel>GGD</y:NodeLabel></y:ShapeNode></data></node><node id="n1"><data key="d3"><y:ShapeNode><y:NodeLabel>Kerk</y:NodeLabel></y:ShapeNode></data></node><edge id="e0" source="n0" target="n1"/></graph></graphml>`
    expect(plan(mapWith(), none, file('y.graphml', yed)).parties.map(({ name }) => name)).toEqual(['GGD', 'Kerk'])
  })

  test('who is nowhere is asked for: new, somebody on the map, or nobody', () => {
    const edges = file('relaties.csv', 'van;naar;soort\nGGD;Huisarts;advies\nGGD;De Kerk;geld\n')
    const map = mapWith('Huisartsen', 'Kerk')
    const free = plan(map, none, edges)
    expect(free.strangers).toEqual(['GGD', 'Huisarts'])
    expect(free.lines).toHaveLength(2)
    const told = plan(
      map,
      new Map([
        ['ggd', 'skip'],
        ['huisarts', 'sh-0'],
      ]),
      edges,
    )
    expect(told.lines).toHaveLength(0)
    expect(told.faults.map(({ reason }) => reason)).toEqual(['unknown-end', 'unknown-end'])
    const half = plan(map, new Map([['huisarts', 'sh-0']]), edges)
    expect(half.lines.map(({ from, to }) => [from, to])).toEqual([
      ['name-ggd', 'sh-0'],
      ['name-ggd', 'sh-1'],
    ])
  })
})

describe('hostile files', () => {
  const refused = (name: string, content: string | Uint8Array) => {
    const start = process.cpuUsage()
    const read = readFiles([file(name, content)])
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000)
    return read.ok ? 'read' : read.reason
  }

  test('an external entity and a billion laughs are never expanded', () => {
    const xxe =
      '<?xml version="1.0"?><!DOCTYPE gexf [<!ENTITY x SYSTEM "file:///etc/passwd">]><gexf><graph>&x;</graph></gexf>'
    expect(refused('x.gexf', xxe)).toBe('has-doctype')
    const late = `<gexf>${' '.repeat(5000)}<!DOCTYPE x><graph/></gexf>`
    expect(refused('x.gexf', late)).toBe('has-doctype')
  })

  test('a zip bomb is refused by what it says it comes to, before it is unpacked', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(60_000_000) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(refused('b.xlsx', bomb)).toBe('too-large')
    const many = zipSync(Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`a${at}.txt`, new Uint8Array(1)])))
    expect(refused('m.xlsx', many)).toBe('too-large')
  })

  test('deep, broken, cut and foreign files get a reason and no throw', () => {
    expect(refused('d.gexf', `<gexf>${'<a>'.repeat(100_000)}`)).toBe('too-large')
    expect(refused('o.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toBe('old-excel')
    expect(refused('p.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toBe('unknown-format')
    expect(refused('h.html', '<!DOCTYPE html><html></html>')).toBe('unknown-format')
    expect(refused('e.csv', '')).toBe('no-rows')
    expect(refused('j.json', '{"elements": 3}')).toBe('not-readable')
    expect(refused('g.csv', 'a;b\n'.repeat(30_000))).toBe('too-large')
    const whole = writeXlsx([{ name: 'Elements', table: { columns: ['Label'], rows: [['GGD']] } }])
    for (let cut = 0; cut < whole.length; cut += Math.ceil(whole.length / 60)) {
      expect(['not-readable', 'unknown-format', 'no-rows', 'read']).toContain(refused('c.xlsx', whole.slice(0, cut)))
    }
  })

  test('names of the language itself are columns like others', () => {
    const { parties } = plan(mapWith(), none, file('p.csv', '__proto__;constructor;naam\nx;y;GGD\n'))
    expect(parties.map(({ name }) => name)).toEqual(['GGD'])
    const json = '{"elements":[{"label":"GGD","__proto__":{"polluted":1},"constructor":"x"}]}'
    expect(plan(mapWith(), none, file('p.json', json)).parties).toHaveLength(1)
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
  })
})
