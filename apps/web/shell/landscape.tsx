const width = 1440
const height = 304
const vanishing = 1010
/** Fields end here, under the horizon; behind it there is only light. */
const farthest = 4.3
const nearest = 310
const colours = 6

/** A strip of land that runs to the vanishing point: how far its sides lean, in pixels across for each one down. */
type Strip = { readonly left: number; readonly right: number }

const middle: Strip = { left: -0.83, right: 0.32 }

/** Fields in one-point perspective with water between them, by colour; the seed is fixed, so it is always the same place. */
const drawFields = (): readonly string[] => {
  const random = seeded(20_261)
  const strips = [...stripsFrom(random, middle.right, 1), ...stripsFrom(random, middle.left, -1)]
  const paths = Array.from({ length: colours }, () => '')
  const draw = (strip: Strip, start: number) => {
    for (const { colour, path } of parcelsOf(random, strip, start)) paths[colour] += path
  }
  draw(middle, 90)
  for (const strip of strips) draw(strip, nearest)
  return paths
}

// Those further aside are wider, as the eye tells them less well apart.
const stripsFrom = (random: () => number, start: number, side: 1 | -1): readonly Strip[] => {
  const strips: Strip[] = []
  for (let from = start; Math.abs(from) < 300;) {
    const to = from + side * (0.65 + random() * 0.6) * (1 + Math.abs(from) * 0.17)
    strips.push(side === 1 ? { left: from, right: to } : { left: to, right: from })
    from = to
  }
  return strips
}

/** Half the width of the water between strips, and how much further the next parcel begins. */
const bank = 0.022
const gap = 1.03

// Cut across at uneven depths, so that no line runs through from side to side.
const parcelsOf = (random: () => number, strip: Strip, start: number) => {
  const found: { colour: number; path: string }[] = []
  let last = -1
  for (let near = start / (0.45 + random() * 0.55); near > farthest;) {
    const far = Math.max(near / (1.5 + random() * 2.2), farthest)
    const drawn = Math.floor(random() * (colours - 1))
    const colour = drawn >= last ? drawn + 1 : drawn
    last = colour
    if (isSeen(strip, near) || isSeen(strip, far)) {
      found.push({ colour: colour % colours, path: parcel(strip, Math.min(near, start), far) })
    }
    near = far / gap
  }
  return found
}

const parcel = ({ left, right }: Strip, near: number, far: number): string => {
  const at = (lean: number, y: number) => `${round(vanishing + lean * y)} ${round(y)}`
  const [west, east] = [left + bank, right - bank]
  return `M${at(west, near)}L${at(east, near)}L${at(east, far)}L${at(west, far)}Z`
}

const round = (value: number): number => Math.round(value * 10) / 10

// A wide screen sees further aside than the drawing is wide.
const isSeen = ({ left, right }: Strip, y: number): boolean =>
  vanishing + right * y > -width && vanishing + left * y < 2 * width

const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

const fields = drawFields()
// Light falls on two of them.
const lit = parcel(middle, nearest, 92) + parcel({ left: -11.4, right: -8.6 }, 108, 42)

/** The land under the horizon of the start page. */
export const Landscape = ({ className }: { readonly className: string }) => (
  <svg
    viewBox={`0 0 ${width} ${height}`}
    preserveAspectRatio="xMidYMin slice"
    aria-hidden
    className={`landscape block w-full ${className}`}
  >
    <defs>
      <linearGradient id="water" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="var(--w1)" />
        <stop offset=".3" stopColor="var(--w2)" />
        <stop offset="1" stopColor="var(--w3)" />
      </linearGradient>
    </defs>
    <rect x={-width} width={3 * width} height={height} fill="url(#water)" />
    {fields.map((path, colour) => (
      <path key={path} d={path} fill={`var(--f${colour + 1})`} />
    ))}
    <path d={lit} fill="var(--light)" />
  </svg>
)
