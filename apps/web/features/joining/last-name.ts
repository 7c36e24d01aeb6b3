import { keep } from '../../shell/kept.ts'

/** The name that this device used last, to save typing at the next meeting. */
export const lastName = keep('polder.name', (stored) => (typeof stored === 'string' ? stored : ''))
