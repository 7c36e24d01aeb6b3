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

type Wish = {
  readonly title: string
  /** A calendar date. */
  readonly date: string
  /** For readers that know no mix of directions, such as NetworkX: everything directed, what goes both ways twice. */
  readonly compatible: boolean
}

/** A map as GEXF 1.3, or 1.2 for readers that know no more. */
export const gexf = (map: StakeholderMap, { title, date, compatible }: Wish): string => {
  const [{ parties, lines }, dots] = [factsOf(map, null), dotsOf(map)]
  const version = compatible ? '1.2draft' : '1.3'
  const space = compatible ? 'http://www.gexf.net/1.2draft' : 'http://gexf.net/1.3'
  const nodes = parties.map(({ row, said }) => {
    const [r, g, b] = rgbOf(dotColour(row))
    const { x, y } = dots.get(row.id) ?? { x: 0, y: 0 }
    return `<node id="${escapeXml(row.id)}" label="${escapeXml(row.name)}">${values(ofNode.map((name) => [name, said[name]]))}<viz:size value="${dotSize(row)}"/><viz:position x="${x}" y="${y}"/><viz:color r="${r}" g="${g}" b="${b}"${compatible ? '' : ' a="1.0"'}/></node>`
  })
  const edges = lines.flatMap(({ row, said }) => {
    const edge = (id: string, from: string, to: string, half: boolean) => {
      const type = compatible ? 'directed' : row.direction
      const weight = row.strength === null ? '' : ` weight="${row.strength}.0"`
      const own = values([...ofEdge.map((name) => [name, said[name]] as const), ['half', half ? 'true' : '']])
      const kind = compatible ? '' : ` kind="${row.type}"`
      const typed = compatible ? `<attvalue for="type" value="${row.type}"/>` : ''
      return `<edge id="${escapeXml(id)}" source="${escapeXml(from)}" target="${escapeXml(to)}" type="${type}"${kind}${weight}${row.label === '' ? '' : ` label="${escapeXml(row.label)}"`}>${own.replace('<attvalues>', `<attvalues>${typed}`)}</edge>`
    }
    const there = edge(row.id, row.from, row.to, false)
    return compatible && row.direction === 'mutual' ? [there, edge(`${row.id}-back`, row.to, row.from, true)] : [there]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<gexf xmlns="${space}" xmlns:viz="${space}/viz" version="${version}">`,
    `<meta lastmodifieddate="${date}"><creator>Polder</creator><description>${escapeXml(title)}</description></meta>`,
    '<graph mode="static" defaultedgetype="directed">',
    `<attributes class="node">${ofNode.map((name) => declared(name, partyKinds[name])).join('')}</attributes>`,
    `<attributes class="edge">${compatible ? declared('type', { kind: 'text' }) : ''}${ofEdge.map((name) => declared(name, lineKinds[name])).join('')}${declared('half', { kind: 'flag' })}</attributes>`,
    `<nodes>\n${nodes.join('\n')}\n</nodes>`,
    `<edges>\n${edges.join('\n')}\n</edges>`,
    '</graph>',
    '</gexf>',
    '',
  ].join('\n')
}

const declared = (name: string, { kind }: Kind): string =>
  `<attribute id="${name}" title="${name}" type="${kind === 'score' ? 'integer' : kind === 'flag' ? 'boolean' : 'string'}"/>`

const values = (said: readonly (readonly [name: string, words: string])[]): string =>
  `<attvalues>${said
    .filter(([, words]) => words !== '')
    .map(([name, words]) => `<attvalue for="${name}" value="${escapeXml(words)}"/>`)
    .join('')}</attvalues>`

/** Reads a GEXF file of any version. The second half of a line that was written twice is passed over. */
export const readGexf = (text: string): Result<Tables, XmlRefusal> => {
  const read = readXml(text)
  if (!read.ok) return read
  const graph = firstIn(read.value, 'graph')
  if (!graph) return refuse('not-readable')
  const titles = titlesIn(graph)
  const usual = graph.attributes.get('defaultedgetype') ?? 'undirected'
  const nodes = nodesIn(firstIn(graph, 'nodes'))
  const edges = childrenOf(firstIn(graph, 'edges'), 'edge')
  if (nodes.length > bounds.rows || edges.length > bounds.rows) return refuse('too-large')
  const lines = edges.map((edge) => {
    const own = valuesOf(edge, titles.edge)
    const { attributes } = edge
    return new Map([
      ...picked(attributes, ['id', 'source', 'target', 'kind', 'weight', 'label']),
      ['direction', attributes.get('type') ?? usual] as const,
      ...own,
    ])
  })
  return ok({
    parties: tableOf(
      nodes.map((node) => new Map([...picked(node.attributes, ['id', 'label']), ...valuesOf(node, titles.node)])),
    ),
    lines: tableOf(lines.filter((line) => line.get('half') !== 'true').map(withoutHalf)),
  })
}

const withoutHalf = (line: Map<string, string>): Map<string, string> => {
  line.delete('half')
  return line
}

const nodesIn = (home: XmlElement | undefined): readonly XmlElement[] =>
  childrenOf(home, 'node').flatMap((node) => [node, ...nodesIn(childrenOf(node, 'nodes')[0])])

const titlesIn = (graph: XmlElement): { readonly [Class in 'node' | 'edge']: ReadonlyMap<string, string> } => {
  const of = (wanted: string) =>
    new Map(
      childrenOf(graph, 'attributes')
        .filter(({ attributes }) => attributes.get('class') === wanted)
        .flatMap((list) => childrenOf(list, 'attribute'))
        .map(({ attributes }) => [attributes.get('id') ?? '', attributes.get('title') ?? ''] as const),
    )
  return { node: of('node'), edge: of('edge') }
}

const valuesOf = (element: XmlElement, titles: ReadonlyMap<string, string>): (readonly [string, string])[] =>
  childrenOf(childrenOf(element, 'attvalues')[0], 'attvalue').flatMap(({ attributes }) => {
    // Version 1.1 says `id` where later ones say `for`.
    const id = attributes.get('for') ?? attributes.get('id') ?? ''
    const words = attributes.get('value') ?? ''
    return words === '' ? [] : [[titles.get(id) ?? id, words.slice(0, bounds.cell)] as const]
  })

const picked = (attributes: ReadonlyMap<string, string>, names: readonly string[]): (readonly [string, string])[] =>
  names.flatMap((name) => {
    const words = attributes.get(name)
    return words === undefined || words === '' ? [] : [[name, words] as const]
  })
