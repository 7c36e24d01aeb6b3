// What spreadsheets take for the beginning of a formula, in plain and full-width letters.
const risky = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/
const figure = /^[+-]?\d+([.,]\d+)?$/

/** A cell that no spreadsheet runs: what begins like a formula gets an apostrophe before it. Figures stay figures. */
export const writeGuarded = (cell: string): string => (risky.test(cell) && !figure.test(cell) ? `'${cell}` : cell)

/** The cell as it was before it was guarded. */
export const readGuarded = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell) && !figure.test(cell.slice(1)) ? cell.slice(1) : cell
