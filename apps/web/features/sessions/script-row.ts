import type { workspaceShape } from '#domain/workspace.ts'
import type { Desk } from '#react/workplace.tsx'

/** One step of the agenda, open for writing. */
export type StepRow = NonNullable<
  ReturnType<Parameters<Parameters<Desk<typeof workspaceShape>['document']['change']>[1]>[0]['activities']['get']>
>
