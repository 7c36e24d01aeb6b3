import { useEffect } from 'react'
import { AssumptionPart } from './assumption-part.tsx'
import { CarrierPart } from './carrier-part.tsx'
import { ConvergePart } from './converge-part.tsx'
import { EvidencePart } from './evidence-part.tsx'
import { QuestionPart, QuestionsProvider } from './question-part.tsx'
import { RulePart } from './rule-part.tsx'
import { ScalePart } from './scale-part.tsx'
import { SubPart } from './sub-part.tsx'
import { useNamedOpen } from './use-named.ts'
import { WhatPart } from './what-part.tsx'
import { WhyPart } from './why-part.tsx'

/** What stands below the first screen of the page; it is asked for at once and comes a moment later. */
export const LowerParts = ({ onReady }: { readonly onReady: () => void }) => {
  useEffect(onReady, [onReady])
  useNamedOpen()
  return (
    <QuestionsProvider>
      <QuestionPart />
      <SubPart />
      <EvidencePart />
      <AssumptionPart />
      <ConvergePart />
      <WhatPart />
      <WhyPart />
      <RulePart />
      <CarrierPart />
      <ScalePart />
    </QuestionsProvider>
  )
}
