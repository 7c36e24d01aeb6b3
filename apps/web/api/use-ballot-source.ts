import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BallotSource } from '#react/ballots.ts'

/** The ballots of a workspace, loaded when the first screen asks for them; the same promise after that. */
export const useBallotSource = (workspaceId: string): (() => Promise<BallotSource>) => {
  const queries = useQueryClient()
  return useMemo(() => {
    let loaded: Promise<BallotSource> | undefined
    return () =>
      (loaded ??= import('./ballot-store.ts').then(({ createBallotStore }) => createBallotStore(queries, workspaceId)))
  }, [queries, workspaceId])
}
