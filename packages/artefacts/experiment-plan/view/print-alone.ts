/** Prints one part of the page on paper of its own, over as many pages as it needs. */
export const printAlone = async (part: HTMLElement, title: string): Promise<void> => {
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.className = 'fixed -left-[200vw] h-[21cm] w-[29.7cm]'
  document.body.append(frame)
  const page = frame.contentDocument
  if (!page) return frame.remove()
  page.title = title
  page.documentElement.lang = document.documentElement.lang
  page.documentElement.dataset['theme'] = 'light'
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map((link) =>
    page.importNode(link, true),
  )
  const loaded = styles.map((link) => new Promise((resolve) => link.addEventListener('load', resolve, { once: true })))
  page.head.append(...styles)
  const heading = page.createElement('h1')
  heading.className = 'mb-4 text-2xl'
  heading.textContent = title
  page.body.className = 'bg-land p-6'
  page.body.append(heading, page.importNode(part, true))
  await Promise.all(loaded)
  frame.contentWindow?.addEventListener('afterprint', () => frame.remove(), { once: true })
  frame.contentWindow?.print()
}
