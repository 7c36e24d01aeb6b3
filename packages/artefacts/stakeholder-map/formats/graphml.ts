import { ok, refuse, type Result } from '#kernel/result.ts'
import type { StakeholderMap } from '../shape.ts'
import { lineAttributes, lineKinds, partyAttributes, partyKinds, type Kind, type LineAttribute } from './attributes.ts'
import { bounds } from './bounds.ts'
import { rgbOf } from './colours.ts'
import { dotColour, dotSize, dotsOf } from './drawn.ts'
import { factsOf } from './facts.ts'
import { tableOf, type Tables } from './table.ts'
import { childrenOf, escapeXml, firstIn, readXml, type XmlElement, type XmlRefusal } from './xml.ts'

const ofNode = partyAttributes.filter((name) => name !== 'id' && name !== 'name')
const inEdge: readonly LineAttribute[] = ['id', 'from', 'to', 'type', 'label', 'strength']
const ofEdge = lineAttributes.filter((name) => !inEdge.includes(name))

type Key = readonly [name: string, type: string]
// What Gephi places and colours dots by, and what it takes for the words and weight of a line.
const looks: readonly Key[] = [
  ['label', 'string'],
  ['x', 'double'],
  ['y', 'double'],
  ['size', 'double'],
  ['r', 'int'],
  ['g', 'int'],
  ['b', 'int'],
]
const edgeLooks: readonly Key[] = [
  ['label', 'string'],
  ['weight', 'double'],
  ['kind', 'string'],
]
const visual = new Set(['x', 'y', 'z', 'size', 'r', 'g', 'b', 'alpha', 'color', 'colour'])

/** A map as GraphML. Which way a line goes stands in `direction`, because readers differ on `directed` of a single edge. */
export const graphml = (map: StakeholderMap): string => {
  const [{ parties, lines }, dots] = [factsOf(map, null), dotsOf(map)]
  const nodes = parties.map(({ row, said }) => {
    const [r, g, b] = rgbOf(dotColour(row))
    const { x, y } = dots.get(row.id) ?? { x: 0, y: 0 }
    const shown: readonly (readonly [string, string])[] = [
      ['label', row.name],
      ['x', String(x)],
      ['y', String(y)],
      ['size', String(dotSize(row))],
      ['r', String(r)],
      ['g', String(g)],
      ['b', String(b)],
      ...ofNode.map((name) => [name, said[name]] as const),
    ]
    return `<node id="${escapeXml(row.id)}">${data('n', shown)}</node>`
  })
  const edges = lines.map(({ row, said }) => {
    const shown: readonly (readonly [string, string])[] = [
      ['label', row.label],
      ['weight', row.strength === null ? '' : `${row.strength}.0`],
      ['kind', row.type],
      ...ofEdge.map((name) => [name, said[name]] as const),
    ]
    return `<edge id="${escapeXml(row.id)}" source="${escapeXml(row.from)}" target="${escapeXml(row.to)}" directed="${row.direction === 'directed'}">${data('e', shown)}</edge>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...[...looks, ...ofNode.map((name) => keyed(name, partyKinds[name]))].map(declared('n', 'node')),
    ...[...edgeLooks, ...ofEdge.map((name) => keyed(name, lineKinds[name]))].map(declared('e', 'edge')),
    '<graph edgedefault="directed">',
    ...nodes,
    ...edges,
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

const keyed = (name: string, { kind }: Kind): Key => [
  name,
  kind === 'score' ? 'int' : kind === 'flag' ? 'boolean' : 'string',
]

// Ids that say what they hold: Gephi takes `d3` and `d7` for labels of another program.
const declared =
  (prefix: string, owner: 'node' | 'edge') =>
  ([name, type]: Key): string =>
    `<key id="${prefix}-${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>`

const data = (prefix: string, said: readonly (readonly [string, string])[]): string =>
  said
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `<data key="${prefix}-${name}">${escapeXml(words)}</data>`)
    .join('')

/** Reads a GraphML file, also with the labels of yEd. Places and colours are passed over. */
export const readGraphml = (text: string): Result<Tables, XmlRefusal> => {
  const read = readXml(text)
  if (!read.ok) return read
  const graph = firstIn(read.value, 'graph')
  if (!graph) return refuse('not-readable')
  const names = new Map(
    childrenOf(read.value, 'key').map(({ attributes }) => [
      attributes.get('id') ?? '',
      attributes.get('attr.name') ?? '',
    ]),
  )
  const usual = graph.attributes.get('edgedefault') ?? 'undirected'
  const [nodes, edges] = [nodesIn(graph, 'node'), nodesIn(graph, 'edge')]
  if (nodes.length > bounds.rows || edges.length > bounds.rows) return refuse('too-large')
  return ok({
    parties: tableOf(
      nodes.map((node) => new Map([['id', node.attributes.get('id') ?? ''], ...saidIn(node, names, 'NodeLabel')])),
    ),
    lines: tableOf(
      edges.map(
        (edge) =>
          new Map([
            ...['id', 'source', 'target'].flatMap((name) => {
              const words = edge.attributes.get(name)
              return words === undefined ? [] : [[name, words] as const]
            }),
            ['direction', directionOf(edge.attributes.get('directed'), usual)] as const,
            ...saidIn(edge, names, 'EdgeLabel'),
          ]),
      ),
    ),
  })
}

const directionOf = (said: string | undefined, usual: string): string =>
  said === undefined ? usual : said === 'true' ? 'directed' : 'undirected'

// Groups hold graphs of their own.
const nodesIn = (graph: XmlElement, name: 'node' | 'edge'): readonly XmlElement[] =>
  graph.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...(child.name === 'node' ? childrenOf(child, 'graph').flatMap((inner) => nodesIn(inner, name)) : []),
  ])

const saidIn = (
  element: XmlElement,
  names: ReadonlyMap<string, string>,
  label: string,
): (readonly [string, string])[] =>
  childrenOf(element, 'data').flatMap((entry) => {
    const key = entry.attributes.get('key') ?? ''
    const drawn = entry.children.length > 0 ? firstIn(entry, label) : undefined
    const name = drawn ? 'label' : names.get(key) || key
    const words = (drawn ?? entry).text
    const said = drawn ? words.trim() : words
    return said === '' || visual.has(name.toLowerCase()) ? [] : [[name, said.slice(0, bounds.cell)] as const]
  })
