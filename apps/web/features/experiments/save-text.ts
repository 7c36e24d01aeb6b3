const keptForMs = 60_000

/** Hands a text to the browser to keep as a file. */
export const saveText = (text: string, name: string, type: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, '-')
  link.click()
  // A browser may still be reading it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), keptForMs)
}
