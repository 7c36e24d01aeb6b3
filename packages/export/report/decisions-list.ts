import type { Outline } from '#domain/outline.ts'
import { agreementsSection, openSection, responseSection } from './agreements.ts'
import type { Teller } from './teller.ts'

/** What was decided and by whom, who does what and when, what was answered, and what is open: nothing else. */
export const decisionsBlocks = (teller: Teller): Outline => [
  ...agreementsSection(teller),
  ...responseSection(teller),
  ...openSection(teller),
]
