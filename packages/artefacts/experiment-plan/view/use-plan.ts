import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import { useContent } from '#react/use-content.ts'
import { useLocale, useStrings } from '#react/use-strings.tsx'
import { useWorkplace, type Desk } from '#react/workplace.tsx'
import { remove, removeMeasure } from '../commands.ts'
import type { ExperimentPlan, ExperimentPlanDraft, shape, TableName } from '../shape.ts'
import { planStrings } from '../strings.ts'
import { viewStrings } from './strings.ts'
import { useNames, useSteady } from './use-names.ts'

export type PlanDesk = Desk<typeof shape>

/** What all parts of the page of one plan share; it stays the same while people write, so that only what changed paints. */
export const usePlan = (desk: PlanDesk, today: string) => {
  const workplace = useWorkplace()
  const { author } = workplace
  const people = useSteady(workplace.people)
  const perspectives = useSteady(workplace.perspectives)
  const names = useNames()
  const locale = useLocale()
  const strings = useStrings(viewStrings)
  const words = useStrings(planStrings)
  const [said, say] = useState('')
  const [removed, setRemoved] = useState<string | null>(null)
  // Undo takes back the last deed; once there is a newer one, the offer would take back the wrong thing.
  useEffect(() => (removed === null ? undefined : desk.undo.subscribe(() => setRemoved(null))), [desk.undo, removed])

  const page = useMemo(() => {
    const act = <Answer>(command: (draft: ExperimentPlanDraft) => Answer): Answer => {
      // Each deed is a step of its own to take back, however fast they follow each other.
      desk.undo.manager.stopCapturing()
      return desk.document.change(author, command)
    }
    return {
      desk,
      planId: desk.documentId,
      locale,
      strings,
      words,
      today,
      say,
      act,
      /** A person or a stakeholder by name; what is gone says so. */
      nameOf: (id: string) => names.get(id) || words.removed,
      /** Whether somebody is still there. */
      isKnown: (id: string) => names.has(id),
      people,
      perspectives,
      takeAway: (list: TableName, id: string, what: string) => {
        act((draft) => (list === 'measures' ? removeMeasure(draft, id) : remove(draft, list, id)))
        setRemoved(what)
      },
      forgetRemoved: () => setRemoved(null),
    }
  }, [desk, author, names, people, perspectives, locale, strings, words, today])
  return { page, said, removed }
}
export type PlanPage = ReturnType<typeof usePlan>['page']

export const PlanContext = createContext<PlanPage | null>(null)
export const usePlanPage = (): PlanPage => {
  const page = useContext(PlanContext)
  if (!page) throw new Error('usePlanPage needs the page of a plan above it')
  return page
}

/** A part of the plan; whoever reads it paints again only when that part changed. */
export const usePlanPart = <Part>(select: (plan: ExperimentPlan) => Part): Part =>
  useContent(usePlanPage().desk.document, select)
