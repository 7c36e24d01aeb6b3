import type { Script } from '#domain/scripts.ts'

/** Gives a script to the person as a file of its own, to keep or to share. */
export const saveScript = (script: Script): void => {
  const file = new Blob([JSON.stringify(script, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${nameOf(script.title)}.polder-draaiboek.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const nameOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase() || 'draaiboek'

/** What stands in a file, as JSON; `null` when it is none. */
export const readJsonFile = async (file: File): Promise<Readonly<Record<string, never>> | null> => {
  try {
    const read: unknown = JSON.parse(await file.text())
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, never>) : null
  } catch {
    return null
  }
}
