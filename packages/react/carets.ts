import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { Other, Presence } from '#domain/presence.ts'

type CaretsOptions = {
  readonly presence: Presence
  readonly fragment: Y.XmlFragment
  readonly place: { readonly item: string | undefined; readonly field: string | undefined }
  /** The marker slot of a perspective, for the colour of its carets. */
  readonly markerOf: (perspective: string) => string | null
}

/** At most this many names at once; more would hide the text. */
const mostFlags = 6

const key = new PluginKey<DecorationSet>('carets')

/** Shows the carets and selections of others in this text, and tells them mine. */
export const createCarets = ({ presence, fragment, place, markerOf }: CaretsOptions): Plugin<DecorationSet> => {
  const inThisText = (other: Other) => other.state.at?.field === place.field && other.state.at?.item === place.item
  const draw = (state: EditorState): DecorationSet => {
    const binding = bindingOf(state)
    if (!binding || !fragment.doc) return DecorationSet.empty
    const ydoc = fragment.doc
    const decorations = presence
      .others()
      .filter(inThisText)
      .flatMap((other, at) => {
        const cursor = other.state.cursor
        if (!cursor) return []
        const absolute = (position: Uint8Array) => {
          const relative = relativePosition(position)
          return relative && relativePositionToAbsolutePosition(ydoc, fragment, relative, binding.mapping)
        }
        const [anchor, head] = [absolute(cursor.anchor), absolute(cursor.head)]
        return anchor === null || head === null ? [] : caretOf(other, anchor, head, state.doc, markerOf, at < mostFlags)
      })
    return DecorationSet.create(state.doc, decorations)
  }
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown, _before, state) =>
        transaction.getMeta(key) || transaction.getMeta(ySyncPluginKey)
          ? draw(state)
          : shown.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => key.getState(state) ?? null },
    view: (view) => {
      const redraw = () => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, true))
      }
      const stop = presence.subscribe(redraw)
      return {
        update: (current, before) => {
          const moved = !before.selection.eq(current.state.selection) || before.doc !== current.state.doc
          if (moved && current.hasFocus()) tell(current, presence, fragment)
        },
        destroy: stop,
      }
    },
  })
}

const tell = (view: EditorView, presence: Presence, fragment: Y.XmlFragment): void => {
  const binding = bindingOf(view.state)
  if (!binding) return
  const relative = (position: number): Uint8Array => {
    const found: unknown = absolutePositionToRelativePosition(position, fragment, binding.mapping)
    return found instanceof Y.RelativePosition ? Y.encodeRelativePosition(found) : new Uint8Array()
  }
  const { anchor, head } = view.state.selection
  presence.set({ cursor: { anchor: relative(anchor), head: relative(head) } })
}

type Binding = { readonly mapping: Map<Y.AbstractType<unknown>, Node | Node[]> }

const bindingOf = (state: EditorState): Binding | undefined => {
  const found: unknown = ySyncPluginKey.getState(state)
  return typeof found === 'object' && found !== null && 'binding' in found
    ? ((found.binding ?? undefined) as Binding | undefined)
    : undefined
}

const relativePosition = (bytes: Uint8Array): Y.RelativePosition | null => {
  try {
    return Y.decodeRelativePosition(bytes)
  } catch {
    return null
  }
}

const caretOf = (
  other: Other,
  anchor: number,
  head: number,
  doc: Node,
  markerOf: CaretsOptions['markerOf'],
  flagged: boolean,
): Decoration[] => {
  const within = (position: number) => Math.min(Math.max(position, 0), doc.content.size)
  const slot = markerOf(other.perspective)
  const colour = slot ? `c-${slot}` : 'c-none'
  const [from, to] = [within(Math.min(anchor, head)), within(Math.max(anchor, head))]
  const caret = Decoration.widget(within(head), () => caretElement(other.name, colour, flagged), {
    key: `${other.connection}-${other.name}`,
    side: 10,
  })
  return from === to ? [caret] : [Decoration.inline(from, to, { class: `remote-selection ${colour}` }), caret]
}

// Hidden from screen readers: the field says in words who writes here.
const caretElement = (name: string, colour: string, flagged: boolean): HTMLElement => {
  const caret = document.createElement('span')
  caret.className = `remote-caret ${colour}`
  caret.setAttribute('aria-hidden', 'true')
  if (flagged) {
    const flag = document.createElement('span')
    flag.textContent = name
    caret.append(flag)
  }
  return caret
}
