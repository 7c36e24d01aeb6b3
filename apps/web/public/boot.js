// Language and colours stand on the page before the first paint; a page may hold no script of its own.
;(() => {
  const kept = (/** @type {string} */ name) => {
    try {
      return (localStorage.getItem(name) ?? '').replaceAll('"', '')
    } catch {
      return ''
    }
  }
  const root = document.documentElement
  const wishes = [kept('polder.language'), ...navigator.languages].map((tag) => tag.slice(0, 2))
  root.lang = wishes.find((tag) => tag === 'nl' || tag === 'en') ?? 'nl'
  const theme = kept('polder.theme')
  const isChosen = theme === 'dark' || theme === 'light'
  root.dataset.theme = isChosen ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
})()
