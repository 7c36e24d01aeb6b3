import { useEffect, useState } from 'react'

/** Which of these parts of the page is at the top of the view now. */
export const useCurrentSection = <Section extends string>(
  sections: readonly Section[],
  /** Whether all of them are there; they are looked up again when that changes. */
  whole: boolean,
): Section | undefined => {
  const [current, setCurrent] = useState(sections[0])
  useEffect(() => {
    const visible = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) visible.add(target.id)
          else visible.delete(target.id)
        }
        const first = sections.find((section) => visible.has(section))
        if (first !== undefined) setCurrent(first)
      },
      // The band that people read: below the header, above the middle.
      { rootMargin: '-120px 0px -55% 0px' },
    )
    for (const section of sections) {
      const part = document.getElementById(section)
      if (part) observer.observe(part)
    }
    return () => observer.disconnect()
  }, [sections, whole])
  return current
}
