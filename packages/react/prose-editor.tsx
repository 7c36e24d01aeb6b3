import { Editor, Extension } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import { BoldIcon, ItalicIcon, ListIcon, QuoteIcon, Undo2Icon, type LucideIcon } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { isSafeLink } from '#crdt/prose.ts'
import type { PresencePlace } from '#domain/presence.ts'
import { createCarets } from './carets.ts'
import { useMarkerOf } from './here.ts'
import { fieldStrings } from './strings.ts'
import { useStrings } from './use-strings.tsx'
import type { Desk } from './workplace.tsx'

type ProseEditorProps = {
  readonly desk: Desk
  readonly fragment: Y.XmlFragment
  readonly place: PresencePlace
  /** Role, name and description of the text box. */
  readonly named: { readonly [attribute: string]: string | boolean | undefined }
  readonly look: string
  /** Where the text was pressed to write in it; `null` when it was reached by keys. */
  readonly pressed: Press | null
}

/** A place on the screen, in CSS pixels from the left and the top of the window. */
type Point = { readonly left: number; readonly top: number }

/** Where a press began and where it was let go: one place for a click, two for words that were dragged over. */
export type Press = { readonly from: Point; readonly to: Point }

/** The editor behind a prose field; takes over the focus of the still text that it replaces, and the place of the press. */
export const ProseEditor = ({ desk, fragment, place, named, look, pressed }: ProseEditorProps) => {
  const home = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor>()
  const markerOf = useMarkerOf()
  // Groups are fixed while a page is open; a new function each time must not build a new editor.
  const marker = useRef(markerOf)
  useEffect(() => {
    marker.current = markerOf
  }, [markerOf])
  const { item, field } = place
  const attributes = JSON.stringify({ ...named, class: look })
  const atFirst = useRef({ attributes, pressed })

  useEffect(() => {
    if (!home.current) return undefined
    desk.undo.manager.addTrackedOrigin(ySyncPluginKey)
    const made = new Editor({
      element: home.current,
      // Styles stand in our own style sheet: the page allows no others.
      injectCSS: false,
      // As data: an empty string would be parsed as HTML, which the page allows nobody. The shared text comes over it.
      content: { type: 'doc', content: [{ type: 'paragraph' }] },
      editorProps: propsWith(atFirst.current.attributes),
      extensions: [
        Document,
        Paragraph,
        Text,
        Bold,
        Italic,
        BulletList,
        OrderedList,
        ListItem,
        Blockquote,
        Link.configure({ openOnClick: false, isAllowedUri: (url) => isSafeLink(url) }),
        together(desk, fragment, { item, field }, (perspective) => marker.current(perspective)),
      ],
    })
    takeOver(made.view, atFirst.current.pressed)
    setEditor(made)
    // Here before somebody pastes; a failure shows when somebody does.
    cleaning().catch(() => undefined)
    return () => made.destroy()
  }, [desk, fragment, item, field])

  // A name or a hint that changes must not cost somebody the caret: the editor stays, and is named anew.
  useEffect(() => {
    if (attributes !== atFirst.current.attributes) editor?.setOptions({ editorProps: propsWith(attributes) })
    atFirst.current = { attributes, pressed: null }
  }, [editor, attributes])

  return (
    <>
      <div ref={home} />
      {editor ? <Toolbar editor={editor} undo={desk.undo.undo} /> : null}
    </>
  )
}

// At once and not in a moment: what is typed in between would go nowhere. Whoever went on to another place stays there.
const takeOver = (view: EditorView, pressed: Press | null): void => {
  if (document.activeElement !== null && document.activeElement !== document.body) return
  const { tr, doc } = view.state
  const place = (at: Point) => view.posAtCoords({ ...at })?.pos
  const [from, to] = pressed ? [place(pressed.from), place(pressed.to)] : []
  const selection =
    from === undefined || to === undefined
      ? Selection.atEnd(doc)
      : TextSelection.between(doc.resolve(from), doc.resolve(to))
  view.dispatch(tr.setSelection(selection).scrollIntoView())
  view.focus()
}

const propsWith = (attributes: string) => ({
  attributes: parseAttributes(attributes),
  handleDOMEvents: { paste: pasteCleaned },
  handleScrollToSelection: isInSight,
})

/** So far from an edge a caret is well in sight, in CSS pixels. */
const sightMargin = 48

// The library measures every box around the caret at each letter; while the caret is well in sight one is enough.
const isInSight = (view: EditorView): boolean => {
  const caret = view.coordsAtPos(view.state.selection.head)
  const scroller = view.dom.closest('[class*=overflow-y-auto]')?.getBoundingClientRect()
  const top = Math.max(0, scroller?.top ?? 0)
  const bottom = Math.min(window.visualViewport?.height ?? window.innerHeight, scroller?.bottom ?? Infinity)
  return caret.top > top + sightMargin && caret.bottom < bottom - sightMargin
}

const parseAttributes = (json: string): Record<string, string> =>
  Object.fromEntries(Object.entries(JSON.parse(json) as object).map(([name, entry]) => [name, String(entry)]))

const cleaning = () => import('./pasted-html.ts')

// Word and web pages bring much that is no text of ours: only what a field can hold is put in. This comes before the
// editor would build a page from it to look at, which the policy of the page forbids in part.
const pasteCleaned = (view: EditorView, event: ClipboardEvent): boolean => {
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (html === '') return false
  const plain = event.clipboardData?.getData('text/plain') ?? ''
  event.preventDefault()
  void cleaning().then(
    ({ proseFromHtml }) => {
      const nodes = proseFromHtml(html).content.map((node) => view.state.schema.nodeFromJSON(node))
      // Open at both ends: a few words go into the line where the caret is.
      const slice = Slice.maxOpen(Fragment.from(nodes))
      if (!view.isDestroyed && nodes.length > 0) view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView())
    },
    // Without a connection the cleaner may not be here; the words are.
    () => view.isDestroyed || view.pasteText(plain),
  )
  return true
}

/** Ties the editor to the shared text: its words, everybody's carets, and undo of one's own in the whole document. */
const together = (
  desk: Desk,
  fragment: Y.XmlFragment,
  place: { item: string | undefined; field: string | undefined },
  markerOf: (perspective: string) => string | null,
) =>
  Extension.create({
    name: 'together',
    addKeyboardShortcuts: () => ({
      'Mod-z': () => (desk.undo.undo(), true),
      'Mod-Shift-z': () => (desk.undo.redo(), true),
      'Mod-y': () => (desk.undo.redo(), true),
    }),
    addProseMirrorPlugins: () => [
      syncOf(fragment),
      createCarets({ presence: desk.presence, fragment, place, markerOf }),
    ],
  })

const syncOf = (fragment: Y.XmlFragment): Plugin => {
  const plugin: unknown = ySyncPlugin(fragment)
  if (!(plugin instanceof Plugin)) throw new Error('two copies of the editor’s state are loaded')
  return plugin
}

const Toolbar = ({ editor, undo }: { editor: Editor; undo: () => void }) => {
  const strings = useStrings(fieldStrings)
  const tools: readonly (readonly [string, LucideIcon, () => void])[] = [
    [strings.bold, BoldIcon, () => editor.chain().focus().toggleBold().run()],
    [strings.italic, ItalicIcon, () => editor.chain().focus().toggleItalic().run()],
    [strings.list, ListIcon, () => editor.chain().focus().toggleBulletList().run()],
    [strings.quote, QuoteIcon, () => editor.chain().focus().toggleBlockquote().run()],
    [strings.undo, Undo2Icon, undo],
  ]
  return (
    <div role="toolbar" aria-label={strings.tools} className="-ml-2 flex flex-wrap">
      {tools.map(([label, Icon, act]) => (
        <button
          key={label}
          type="button"
          title={label}
          aria-label={label}
          // The text keeps its selection when a tool is pressed.
          onPointerDown={(event) => event.preventDefault()}
          onClick={act}
          className="focus-ring grid size-9 place-items-center rounded-control text-ink-2 hover:bg-field"
        >
          <Icon size={18} aria-hidden />
        </button>
      ))}
    </div>
  )
}
