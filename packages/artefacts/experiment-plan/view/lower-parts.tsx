import { useEffect } from 'react'
import { CarePart } from './care-part.tsx'
import { CardPart } from './card-part.tsx'
import { ChainPart } from './chain-part.tsx'
import { DecisionPart } from './decision-part.tsx'
import { EffectPart } from './effect-part.tsx'
import { FramePart } from './frame-part.tsx'
import { LogPart } from './log-part.tsx'
import { RulePart } from './rule-part.tsx'
import { ScalingPart } from './scaling-part.tsx'
import { StepPart } from './step-part.tsx'
import { ValuePart } from './value-part.tsx'

const uneven = 'parcels @4xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]'

/** What stands below the first screen of a plan. */
export const LowerParts = ({ onReady }: { readonly onReady: () => void }) => {
  useEffect(onReady, [onReady])
  return (
    <>
      <StepPart />
      <FramePart />
      <ChainPart />
      <div className={uneven}>
        <ValuePart />
        <RulePart />
      </div>
      <EffectPart />
      <CarePart />
      <div className={uneven}>
        <LogPart />
        <DecisionPart />
      </div>
      <CardPart />
      <ScalingPart />
    </>
  )
}
