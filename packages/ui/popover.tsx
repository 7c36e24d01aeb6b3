import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

type PopoverProps = {
  readonly label: string
  /** What stands in the button. */
  readonly button: ReactNode
  readonly buttonClass: string
  /** Where it floats; the browser keeps it above everything else. */
  readonly className: string
  /** Right under its button instead. */
  readonly near?: boolean
  readonly children: ReactNode
}

/** A button that opens a small panel; Escape, a link in it or a press outside closes it, and the focus goes back. */
export const Popover = ({ label, button, buttonClass, className, near = false, children }: PopoverProps) => {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const element = panel.current
    if (!element) return undefined
    const told = () => {
      const isOpen = element.matches(':popover-open')
      setOpen(isOpen)
      if (isOpen && near && opener.current) putUnder(element, opener.current)
    }
    const pressed = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a, [data-closes]')) element.hidePopover()
    }
    element.addEventListener('toggle', told)
    element.addEventListener('click', pressed)
    return () => {
      element.removeEventListener('toggle', told)
      element.removeEventListener('click', pressed)
    }
  }, [near])
  return (
    <>
      <button
        ref={opener}
        type="button"
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        className={buttonClass}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={`fixed inset-auto m-0 rounded-float border border-ditch bg-land text-ink shadow-lift ${className}`}
      >
        {children}
      </div>
    </>
  )
}

const edge = 12

// Under the button and in line with its right side, or above it where there is no room below.
const putUnder = (panel: HTMLElement, opener: HTMLElement): void => {
  const { top, bottom, right } = opener.getBoundingClientRect()
  const { width, height } = panel.getBoundingClientRect()
  const fits = bottom + height + edge < innerHeight
  panel.style.left = `${Math.max(edge, Math.min(right, innerWidth - edge) - width)}px`
  panel.style.top = `${fits ? bottom + 4 : Math.max(edge, top - height - 4)}px`
}
