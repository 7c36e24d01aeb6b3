import { useCallback, useEffect, useRef, useState, type FocusEvent } from 'react'
import type { TextPath } from '#crdt/document.ts'
import { emptyProse, isEmptyProse, type Prose } from '#crdt/prose.ts'
import { chunkOf } from './chunk.ts'
import { useContentLanguage } from './content-language.ts'
import { FieldFrame, type ControlProps, type FieldWords } from './field-frame.tsx'
import { placeOf } from './here.ts'
import type { Press } from './prose-editor.tsx'
import { ProseView } from './prose-view.tsx'
import { fieldStrings } from './strings.ts'
import { useContent } from './use-content.ts'
import { useStrings } from './use-strings.tsx'
import { useDesk, type Desk } from './workplace.tsx'

// The editor is the heaviest part of the app: it comes when the page is there and nothing else asks for the line.
const ProseEditor = chunkOf(async () => (await import('./prose-editor.tsx')).ProseEditor)
const inIdleTime = globalThis.requestIdleCallback ?? setTimeout

type ProseFieldProps = FieldWords & {
  readonly path: TextPath
  readonly size?: 'body' | 'sentence'
}

/** Rich text that several people write in at once, with each other's carets in sight. */
export const ProseField = ({ path, size = 'body', ...words }: ProseFieldProps) => (
  <FieldFrame {...words} place={placeOf(path)} as="group">
    {(control) => <ProseControl path={path} size={size} words={words} control={control} />}
  </FieldFrame>
)

type ProseControlProps = {
  readonly path: TextPath
  readonly size: 'body' | 'sentence'
  readonly words: FieldWords
  readonly control: ControlProps
}

const ProseControl = ({ path, size, words, control }: ProseControlProps) => {
  const desk = useDesk()
  const lang = useContentLanguage()
  const fragment = desk.document.prose(path)
  const [writing, setWriting] = useState(false)
  const pressedFrom = useRef<Press['from']>(null)
  const [pressed, setPressed] = useState<Press | null>(null)
  useEffect(() => {
    if (desk.canWrite) inIdleTime(ProseEditor.fetch)
  }, [desk.canWrite])
  const look = size === 'sentence' ? 'prose-text text-xl/[1.5]' : 'prose-text text-base'

  const named = {
    role: 'textbox',
    'aria-multiline': true,
    'aria-labelledby': `${control.id}-label`,
    'aria-describedby': control['aria-describedby'],
    ...(lang ? { lang } : {}),
  } as const
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) control.onBlur()
  }
  const still = (
    // A text box for who listens and who clicks: it becomes the editor as soon as it has the focus. After a press that
    // is when it is let go, since the browser gives the focus to what was under the press, and that must still be there.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      {...named}
      aria-readonly={!desk.canWrite}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={`${look} ${boxClass}`}
      onPointerDown={({ clientX: left, clientY: top }) => (pressedFrom.current = { left, top })}
      onClick={({ clientX: left, clientY: top }) => {
        setPressed(pressedFrom.current && { from: pressedFrom.current, to: { left, top } })
        setWriting(desk.canWrite)
      }}
      onFocus={() => pressedFrom.current || setWriting(desk.canWrite)}
      onKeyDown={() => setWriting(desk.canWrite)}
      onBlur={() => (pressedFrom.current = null)}
    >
      <Written desk={desk} path={path} hinted={words.hint !== undefined && !words.hideLabel} />
    </div>
  )
  if (!writing || !fragment || !desk.canWrite) return still
  return (
    <div onFocus={control.onFocus} onBlur={onBlur}>
      <ProseEditor
        desk={desk}
        fragment={fragment}
        place={placeOf(path)}
        named={named}
        look={`${look} ${boxClass}`}
        pressed={pressed}
        waiting={still}
      />
    </div>
  )
}

// Apart, so that a letter does not draw the editor's surroundings anew.
const Written = ({ desk, path, hinted }: { desk: Desk; path: TextPath; hinted: boolean }) => {
  const strings = useStrings(fieldStrings)
  const source = useProse(desk, path)
  return isEmptyProse(source) ? (
    <p className="text-ink-3">{hinted ? '' : strings.empty}&nbsp;</p>
  ) : (
    <ProseView source={source} />
  )
}

const boxClass =
  'focus-ring min-h-12 cursor-text rounded-control border-[1.5px] border-transparent px-3 py-2 -mx-3 hover:border-ditch aria-readonly:cursor-default'

const useProse = (desk: Desk, path: TextPath): Prose => {
  const key = path.join('/')
  const select = useCallback(
    (content: { readonly [name: string]: unknown }): Prose => {
      const [root, id, field] = key.split('/')
      const found = root === undefined ? undefined : content[root]
      if (id === undefined || field === undefined) return asProse(found)
      const row: unknown = Array.isArray(found) ? found.find((entry: { id?: unknown }) => entry.id === id) : undefined
      return asProse(typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined)
    },
    [key],
  )
  return useContent(desk.document, select)
}

// A desk does not carry the type of its shape; whatever stands there and is no prose is read as empty.
const asProse = (found: unknown): Prose =>
  typeof found === 'object' && found !== null && 'type' in found && found.type === 'doc' ? (found as Prose) : emptyProse
