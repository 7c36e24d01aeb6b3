import type { ReactNode } from 'react'

// Drawn on a grid of 24 with equal optical area, so that no group looks bigger than another.
const shapes = {
  m1: <circle cx="12" cy="12" r="10" />,
  m2: <path d="M12 3 22 20.6H2Z" />,
  m3: <path d="M3.2 3.2h17.6v17.6H3.2Z" />,
  m4: <path d="M12 1.6 22.4 12 12 22.4 1.6 12Z" />,
  m5: <path d="M6.7 3h10.6l5.2 9-5.2 9H6.7L1.5 12Z" />,
  m6: <path d="M8.6 2.4h6.8v6.2h6.2v6.8h-6.2v6.2H8.6v-6.2H2.4V8.6h6.2Z" />,
  m7: <path d="M2.6 20.6V12a9.4 9.4 0 0 1 18.8 0v8.6Z" />,
  m8: <path d="m12 1.8 3 7 7.6.7-5.8 5 1.8 7.4-6.6-4-6.6 4 1.8-7.4-5.8-5 7.6-.7Z" />,
} as const

/** One of the eight shapes that a group is known by. */
export type MarkerSlot = keyof typeof shapes

type SymbolProps = {
  /** Pixels. */
  readonly size?: number
  /** The name of the group; only where no visible name stands beside it. */
  readonly name?: string | undefined
  readonly className?: string
}

/** The shape and colour of a group: its bullet, dot, avatar and label. */
export const Marker = ({ slot, ...rest }: SymbolProps & { readonly slot: MarkerSlot }) => (
  <Drawing {...rest} look={`c-${slot} fill-(--c) stroke-(--c) stroke-[2.4]`}>
    {shapes[slot]}
  </Drawing>
)

/** No voice at the table: a thin dashed ring. */
export const OpenRing = (props: SymbolProps) => (
  <Drawing {...props} look="fill-none stroke-ink stroke-[2.6]">
    <circle cx="12" cy="12" r="9.6" strokeDasharray="3.4 2.6" />
  </Drawing>
)

/** Facilitation: a solid ring, a role to share and no rank. */
export const Ring = (props: SymbolProps) => (
  <Drawing {...props} look="fill-none stroke-ink stroke-[4.4]">
    <circle cx="12" cy="12" r="7.8" />
  </Drawing>
)

type DrawingProps = SymbolProps & { readonly look: string; readonly children: ReactNode }

const Drawing = ({ size = 17, name, className = '', look, children }: DrawingProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    strokeLinejoin="round"
    className={`shrink-0 overflow-visible forced-color-adjust-none ${look} ${className}`}
    {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
  >
    {name === undefined ? null : <title>{name}</title>}
    {children}
  </svg>
)
