import { useMemo } from 'react'
import { isDismissed, type CheckContext, type CheckHit, type Checks } from '#domain/check.ts'
import { useContent } from './use-content.ts'
import { useDesk, useWorkplace } from './workplace.tsx'

const today = (): string => new Date().toISOString().slice(0, 10)

/** What checks may look at on this page, as it changes. */
export const useCheckContext = (): CheckContext => {
  const { documentId } = useDesk()
  const { directory, evidence, records, estimates } = useWorkplace()
  const register = useContent(evidence, (content) => content)
  const decisions = records.entries('decisions')
  const glossary = records.entries('glossary')
  return useMemo(
    () => ({
      documentId,
      directory,
      evidence: register,
      decisions,
      explained: glossary.map(({ value }) => value.word),
      // Votes come to the page with the sessions in which they are cast.
      ballots: [],
      // Of this page's own map; those whose figures may not be told to me yet raise nothing.
      estimates: estimates.summaries.flatMap(({ map, stakeholder, attribute, n, min, max }) =>
        map !== documentId || min === null || max === null ? [] : [{ stakeholder, attribute, n, min, max }],
      ),
      today: today(),
    }),
    [documentId, directory, register, decisions, glossary, estimates.summaries],
  )
}

/** The questions that a content raises now: those to show, and those that somebody waved away. */
export const useHits = <Content>(
  checks: Checks<Content> | undefined,
  content: Content,
): { readonly open: readonly CheckHit[]; readonly dismissed: readonly CheckHit[] } => {
  const context = useCheckContext()
  const dismissals = useWorkplace().records.entries('checkDismissals')
  return useMemo(() => {
    const hits = checks?.hits(content, context) ?? []
    return {
      open: hits.filter((hit) => !isDismissed(hit, dismissals)),
      dismissed: hits.filter((hit) => isDismissed(hit, dismissals)),
    }
  }, [checks, content, context, dismissals])
}
