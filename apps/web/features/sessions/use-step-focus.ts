import { useEffect } from 'react'

/**
 * While a step is about some parts of a page, the other parts stand back: softer, still readable and still to be worked
 * in. Whatever somebody works in comes forward.
 */
export const useStepFocus = (places: readonly string[]): void => {
  const rule = ruleFor(places)
  useEffect(() => {
    if (rule === '') return undefined
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rule)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
    }
  }, [rule])
}

// A page without any of the parts is left as it is.
const ruleFor = (places: readonly string[]): string => {
  const parts = places.map((place) => `#${CSS.escape(place)}`)
  if (parts.length === 0) return ''
  const spared = [...parts, ...parts.map((part) => `${part} *`), `:has(${parts.join(', ')})`, ':focus-within'].join(
    ', ',
  )
  return `@media screen { main:has(${parts.join(', ')}) section[id]:not(${spared}) {
    --ink: var(--ink-3); --ink-2: var(--ink-3); color: var(--ink-3); background-color: var(--field) } }`
}
