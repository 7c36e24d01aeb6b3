import { Fragment, type ReactNode } from 'react'
import { isSafeLink, type Prose, type ProseNode } from '#crdt/prose.ts'

/** Rich text to read, without an editor. */
export const ProseView = ({ source }: { source: Prose }) => <>{source.content.map(block)}</>

const block = (node: ProseNode, key: number): ReactNode => {
  const children = node.content?.map((child, at) => (child.type === 'text' ? run(child, at) : block(child, at)))
  switch (node.type) {
    case 'bulletList':
      return <ul key={key}>{children}</ul>
    case 'orderedList':
      return <ol key={key}>{children}</ol>
    case 'listItem':
      return <li key={key}>{children}</li>
    case 'blockquote':
      return <blockquote key={key}>{children}</blockquote>
    case 'hardBreak':
      return <br key={key} />
    default:
      return <p key={key}>{children ?? <br />}</p>
  }
}

const run = (node: ProseNode, key: number): ReactNode =>
  (node.marks ?? []).reduce<ReactNode>(
    (inner, mark) => {
      if (mark.type === 'bold') return <strong key={key}>{inner}</strong>
      if (mark.type === 'italic') return <em key={key}>{inner}</em>
      const href = mark.attrs?.['href']
      return isSafeLink(href) ? (
        <a key={key} href={href} rel="noreferrer noopener">
          {inner}
        </a>
      ) : (
        inner
      )
    },
    <Fragment key={key}>{node.text}</Fragment>,
  )
