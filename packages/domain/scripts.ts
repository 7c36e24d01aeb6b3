import type { Locale } from '#i18n/strings.ts'
import * as z from 'zod/mini'
import { orderBetween } from '#kernel/order.ts'
import type { Agenda } from './agenda.ts'
import type { Template } from './templates/template.ts'
import { anonymities, workForms, type WorkspaceDraft } from './workspace.ts'

const text = (longest: number) => z.string().check(z.maxLength(longest))
const stepSchema = z.object({
  title: text(120),
  minutes: z.nullable(z.number().check(z.gte(0), z.lte(100_000))),
  workForm: z.nullable(z.enum(workForms)),
  method: text(60),
  artefacts: z.array(z.object({ type: text(60), ids: z.array(text(64)), fields: z.array(text(60)) })),
  prompt: text(4000),
  expectedOutput: text(4000),
  anonymity: z.nullable(z.enum(anonymities)),
  window: z.nullable(z.object({ from: text(40), to: text(40) })),
})

/** A script on its own: what a session is made of, and what is saved and shared as a file. */
export const scriptSchema = z.object({
  format: z.literal('polder-script'),
  formatVersion: z.literal(1),
  title: text(120),
  templateId: text(60),
  goal: text(4000),
  mode: z.enum(['onSite', 'online', 'hybrid', 'async']),
  stages: z.array(z.object({ title: text(120), steps: z.array(stepSchema).check(z.maxLength(200)) })),
})
export type Script = z.infer<typeof scriptSchema>

/** A template as a script in one language; windows of a round count from its first day (`2026-03-20`). */
export const scriptOf = (template: Template, locale: Locale, firstDay: string | null): Script => {
  const parts = [...new Set(template.steps.map(({ part }) => part?.[locale] ?? ''))]
  return {
    format: 'polder-script',
    formatVersion: 1,
    title: template.title[locale],
    templateId: template.id,
    goal: template.purpose[locale],
    mode: template.inOwnTime ? 'async' : 'onSite',
    stages: parts.map((title) => ({
      title,
      steps: template.steps
        .filter(({ part }) => (part?.[locale] ?? '') === title)
        .map((step) => ({
          title: step.title[locale],
          minutes: step.minutes,
          workForm: step.workForm,
          method: step.method,
          artefacts: step.focus.map(({ type, ids, fields }) => ({ type, ids: [...ids], fields: [...fields] })),
          prompt: step.prompt[locale],
          expectedOutput: step.goal[locale],
          anonymity: step.anonymity,
          window: step.days && firstDay !== null ? windowFrom(firstDay, step.days) : null,
        })),
    })),
  }
}

const windowFrom = (firstDay: string, [from, to]: readonly [number, number]) => ({
  from: dayAfter(firstDay, from),
  to: dayAfter(firstDay, to),
})

/** The date so many days later. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)

/** An empty script: one stage to put steps in. */
export const emptyScript = (title: string): Script => ({
  format: 'polder-script',
  formatVersion: 1,
  title,
  templateId: '',
  goal: '',
  mode: 'onSite',
  stages: [{ title: '', steps: [] }],
})

export type NewSession = { readonly id: string; readonly date: string | null; readonly startTime: string }

/** Writes a script into the agenda as a new session, and answers its steps. */
export const addScript = (
  draft: WorkspaceDraft,
  script: Script,
  { id, date, startTime }: NewSession,
): readonly { readonly id: string; readonly title: string }[] => {
  const { title, templateId, goal, mode } = script
  draft.sessions.add({ title, templateId, goal, mode, date, startTime }, { id })
  const steps: { readonly id: string; readonly title: string }[] = []
  let stageOrder: string | null = null
  for (const stage of script.stages) {
    stageOrder = orderBetween(stageOrder, null)
    const stageId = draft.stages.add({ sessionId: id, title: stage.title }, { order: stageOrder })
    let order: string | null = null
    for (const step of stage.steps) {
      order = orderBetween(order, null)
      steps.push({ id: draft.activities.add({ ...step, stageId }, { order }), title: step.title })
    }
  }
  return steps
}

/** A session of the agenda as a script, without what happened in it. */
export const scriptFrom = ({ session, stages }: Agenda): Script => ({
  format: 'polder-script',
  formatVersion: 1,
  title: session.title,
  templateId: session.templateId,
  goal: session.goal,
  mode: session.mode,
  stages: stages.map(({ stage, steps }) => ({
    title: stage.title,
    steps: steps.map(({ title, minutes, workForm, method, artefacts, prompt, expectedOutput, anonymity }) => ({
      title,
      minutes,
      workForm,
      method,
      // Ids are of this workspace and mean nothing elsewhere; days are of this once.
      artefacts: artefacts.map(({ type, fields }) => ({ type, ids: [], fields: [...fields] })),
      prompt,
      expectedOutput,
      anonymity,
      window: null,
    })),
  })),
})
