import { problem } from './problem.ts'
import type { Template } from './template.ts'

/** The scripts that come with Polder, in the order in which they are offered. */
export const templates: readonly Template[] = [problem]

export const templateById = (id: string): Template | undefined => templates.find((template) => template.id === id)
