import { Fragment, type ReactNode } from 'react'
import { isSafeLink } from '#crdt/prose.ts'
import { runsIn, type Block, type Outline, type OutlineItem, type Run } from '#domain/outline.ts'

/** What an artefact says in a report, as a page to read or print; its looks stand in `outline-view.css`. */
export const OutlineView = ({ outline }: { readonly outline: Outline }) => (
  // Blocks of an outline have no identity of their own; it is made anew each time.
  <>
    {outline.map((block, at) => (
      <OutlineBlock key={at} block={block} />
    ))}
  </>
)

const OutlineBlock = ({ block }: { readonly block: Block }): ReactNode => {
  switch (block.type) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return <Heading>{block.text}</Heading>
    }
    case 'paragraph':
      return <p>{runsOf(block.runs)}</p>
    case 'quote':
      return (
        <figure>
          <blockquote>{runsOf(block.runs)}</blockquote>
          {block.source === undefined ? null : <figcaption>{block.source}</figcaption>}
        </figure>
      )
    case 'list':
      return listOf(block.items, block.ordered)
    case 'facts':
      return (
        <dl>
          {block.rows.map(({ label, runs }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{runsOf(runs)}</dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <OutlineTable table={block} />
    case 'note':
      return <p className="outline-note">{runsOf(block.runs)}</p>
    case 'strips':
      return (
        <ul>
          {block.strips.map(({ title, words }) => (
            <li key={title}>
              {title}: {words}
            </li>
          ))}
        </ul>
      )
    case 'figure':
      // Pages show drawings by themselves; here their words are enough.
      return <p>{block.alternative}</p>
  }
}

const OutlineTable = ({ table }: { readonly table: Extract<Block, { type: 'table' }> }) => (
  <table>
    <caption>{table.caption}</caption>
    <thead>
      <tr>
        {table.head.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, at) => (
        <tr key={at}>
          {row.map((cell, column) => (
            <td key={column} data-head={table.head[column]}>
              {runsOf(runsIn(cell))}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const listOf = (items: readonly OutlineItem[], ordered: boolean): ReactNode => {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {items.map((item, at) => (
        <li key={at}>
          {runsOf(item.runs)}
          {item.items ? listOf(item.items, ordered) : null}
        </li>
      ))}
    </List>
  )
}

const runsOf = (runs: readonly Run[]): ReactNode =>
  runs.map(({ text, bold, italic, href, to }, at) => {
    // A number of the evidence in a report; a page has its evidence elsewhere.
    if (to !== undefined) return null
    const words = isSafeLink(href) ? <a href={href}>{text}</a> : text
    if (bold) return <strong key={at}>{words}</strong>
    return italic ? <em key={at}>{words}</em> : <Fragment key={at}>{words}</Fragment>
  })
