import { createContext, useContext } from 'react'
import type { Artefact } from '../../api/use-facts.ts'

/** The artefacts of the workspace, for steps that open one. */
export const ArtefactsContext = createContext<readonly Artefact[]>([])

export const useArtefacts = (): readonly Artefact[] => useContext(ArtefactsContext)
