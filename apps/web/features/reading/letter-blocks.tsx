import type { LetterBlock, LetterRun } from './read-letter.ts'

/** A letter as headings, paragraphs, quotes and lists. */
export const LetterBlocks = ({ blocks }: { readonly blocks: readonly LetterBlock[] }) => (
  <>
    {blocks.map((block, at) => (
      // The blocks of a letter have no identity of their own; they are read anew as a whole.
      <Block key={at} block={block} />
    ))}
  </>
)

const Block = ({ block }: { readonly block: LetterBlock }) => {
  switch (block.type) {
    case 'heading':
      return <h2 className="mt-7 mb-1.5 text-xl font-strong">{block.text}</h2>
    case 'quote':
      return (
        <blockquote className="my-1.5 border-l-4 border-light pl-3.5">
          <p className="whitespace-pre-line">
            <Runs runs={block.runs} />
          </p>
          {block.source === '' ? null : <footer className="text-sm text-ink-2">{block.source}</footer>}
        </blockquote>
      )
    case 'list':
      return (
        <ul className="my-1 list-outside list-disc pl-5">
          {block.items.map((runs, at) => (
            <li key={at} className="py-0.5">
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      )
    case 'paragraph':
      return (
        <p className="my-1 whitespace-pre-line">
          <Runs runs={block.runs} />
        </p>
      )
  }
}

const Runs = ({ runs }: { readonly runs: readonly LetterRun[] }) => (
  <>
    {runs.map(({ text, bold, italic }, at) =>
      bold ? <strong key={at}>{text}</strong> : italic ? <em key={at}>{text}</em> : text,
    )}
  </>
)
