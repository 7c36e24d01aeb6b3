/**
 * The step of a score of five that a key leads to from `value`; `null` clears it, `undefined` is no key of the score.
 * Arrows stop at the ends, because a score of 5 is not next to a score of 1.
 */
export const stepOfKey = (key: string, value: number | null): number | null | undefined => {
  if (/^[1-5]$/.test(key)) return Number(key)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
    case '+':
      return Math.min((value ?? 0) + 1, 5)
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max((value ?? 2) - 1, 1)
    case '-':
      return value === null || value === 1 ? null : value - 1
    case 'Home':
      return 1
    case 'End':
      return 5
    case 'Delete':
    case 'Backspace':
    case '0':
      return null
    default:
      return undefined
  }
}
