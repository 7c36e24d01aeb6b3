import { useEffect, useState } from 'react'
import { formatDate } from '#i18n/format.ts'
import type { ImportedFile } from '#react/imports.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace } from '#react/workplace.tsx'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { fileStrings } from './file-strings.ts'
import { useMapPage } from './use-map.ts'

/** The files that came into this map, each of which can be taken back. */
export const EarlierImports = () => {
  const { desk, say } = useMapPage()
  const { imports } = useWorkplace()
  const strings = useStrings(fileStrings)
  const locale = useLocale()
  const [files, setFiles] = useState<readonly ImportedFile[]>([])
  const [words, setWords] = useState('')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let live = true
    void imports.list(desk.documentId).then((listed) => {
      if (live && listed.ok) setFiles(listed.value)
    })
    return () => {
      live = false
    }
  }, [imports, desk.documentId, turn])
  const takeBack = async (id: string) => {
    const undone = await imports.undo(desk.documentId, id)
    const told = undone.ok
      ? strings.undone(undone.value.removed, undone.value.restored, undone.value.kept)
      : strings.failed.other
    setWords(told)
    say(told)
    setTurn(turn + 1)
  }
  if (files.length === 0) return null
  return (
    <details className="text-sm" open={words !== ''}>
      <summary className="focus-ring min-h-9 cursor-pointer py-1.5 font-label">{strings.earlier}</summary>
      {words === '' ? null : <Notice tone="plain">{words}</Notice>}
      <ul>
        {files.map(({ id, title, at, added, changed, undone }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 border-ditch py-1.5 not-first:border-t">
            <span className="min-w-0 flex-1 break-words">
              <span className="font-label">{title}</span> · {formatDate(locale, new Date(at).toISOString())} ·{' '}
              {strings.done(added, changed)}
            </span>
            {undone ? (
              <span className="text-ink-3">{strings.wasUndone}</span>
            ) : (
              <Button size="dense" aria-label={strings.undoOf(title)} onClick={() => void takeBack(id)}>
                {strings.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
