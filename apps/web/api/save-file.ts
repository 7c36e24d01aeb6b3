import { refusalOf, unreachable, type Refusal } from './ask.ts'

/** Keeps what an address gives, under the name that the server gave it, or this one. */
export const saveFrom = async (address: string, otherwise: string): Promise<Refusal | null> => {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return refusalOf(await answer.json().catch(() => null))
    keepAs(await answer.blob(), nameIn(answer) ?? otherwise)
    return null
  } catch {
    return unreachable
  }
}

// The full name stands in the form that can hold every letter; the plain one is for old programs.
const nameIn = (answer: Response): string | undefined => {
  const header = answer.headers.get('content-disposition') ?? ''
  const full = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1]
  return full === undefined ? /filename="([^"]+)"/.exec(header)?.[1] : decodeURIComponent(full)
}

const keptForMs = 60_000

const keepAs = (file: Blob, name: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // A browser may still be reading it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), keptForMs)
}
