import { Editor, Extension } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import type { Plugin } from '@tiptap/pm/state'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

// The peer of a prose field: the same editor on the same kind of shared text, with nothing around it and nobody to tell.

const fragment = new Y.Doc().getXmlFragment('text')
const Shared = Extension.create({ name: 'shared', addProseMirrorPlugins: (): Plugin[] => [ySyncPlugin(fragment)] })

const root = document.getElementById('root')
if (root) {
  const editor = new Editor({ element: root, extensions: [Document, Paragraph, Text, Shared] })
  editor.commands.focus()
}
