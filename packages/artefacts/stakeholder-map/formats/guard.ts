// What spreadsheets take for the beginning of a formula, in every width that they know these signs.
const risky = /^'*\s*[=+\-@\t\r\n|%\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b]/
const figure = /^[+-]?\d+([.,]\d+)?$/

/** A cell that no spreadsheet runs: what begins like a formula gets an apostrophe before it. Figures stay figures. */
export const writeGuarded = (cell: string): string => (risky.test(cell) && !figure.test(cell) ? `'${cell}` : cell)

/** The cell as it was before it was guarded. */
export const readGuarded = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell) && !figure.test(cell.slice(1)) ? cell.slice(1) : cell
