/**
 * Remembers where the focus is before a deed. When the deed takes that away, the focus goes to what is left around it:
 * the row, else the heading of its part, so that nobody starts again at the top of the page.
 */
export const keepFocus = (): void => {
  const around = homesOf(document.activeElement)
  if (around.length === 0) return
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const home = around.find((element) => element.isConnected)
    const target = home?.matches('section') ? home.querySelector<HTMLElement>('h2, h4') : null
    const next = target?.querySelector<HTMLElement>('button') ?? target ?? home?.querySelector<HTMLElement>('button')
    next?.focus()
  })
}

const homesOf = (element: Element | null): readonly Element[] => {
  const home = element?.closest('[data-item], section') ?? null
  return home === null ? [] : [home, ...homesOf(home.parentElement)]
}

/** Brings a thing into view and gives it the focus, once it is drawn. */
export const showItem = (id: string): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const item = document.querySelector(`[data-item="${CSS.escape(id)}"]`)
      item?.scrollIntoView({ block: 'center' })
      item?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    }),
  )
}
