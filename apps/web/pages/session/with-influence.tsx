import { lazy, Suspense, type ComponentType } from 'react'
import { can } from '#domain/permissions.ts'
import { useWorkplace } from '#react/workplace.tsx'
import { ArtefactPart } from '../../features/sessions/artefact-part.tsx'
import type { StepPartProps } from '../../features/sessions/step-part.ts'

const InfluencePanel = lazy(async () => ({
  default: (await import('../../features/influence/influence-panel.tsx')).InfluencePanel,
}))

/** The way into an artefact; on the console it stands beside the prompt already. */
export const ArtefactStep = (props: StepPartProps) => (props.place === 'lead' ? null : <ArtefactPart {...props} />)

/** A part of a step, and for whoever leads under it which groups are heard. */
export const withInfluence = (Part: ComponentType<StepPartProps>): ComponentType<StepPartProps> => {
  const WithInfluence = (props: StepPartProps) => {
    const { me } = useWorkplace()
    const leads = props.place === 'lead' && can(me.role, 'lead-session')
    return (
      <>
        <Suspense>
          <Part {...props} />
        </Suspense>
        {leads ? (
          <Suspense>
            <div className="mt-6 border-t-[3px] border-ditch pt-4 first:mt-0 first:border-t-0 first:pt-0">
              <InfluencePanel session={props.session.live.id} activity={props.activity.id} />
            </div>
          </Suspense>
        ) : null}
      </>
    )
  }
  return WithInfluence
}
