import type { Role } from './participant.ts'

/** Everything that somebody can want to do; what is not here cannot be done. */
export type Action =
  | 'read'
  | 'see-hall'
  | 'write-artefact'
  | 'write-workspace'
  | 'create-artefact'
  | 'manage-artefacts'
  | 'comment'
  | 'see-people'
  | 'manage-people'
  | 'manage-joining'
  | 'lock'
  | 'lead-session'
  | 'take-part'
  | 'vote'
  | 'run-ballots'
  | 'export'
  | 'export-names'

// One row for each action; the door, the routes and the screens all ask this table.
const allowed: Readonly<Record<Action, readonly Role[]>> = {
  read: ['facilitator', 'contributor', 'observer'],
  // What stands on the screen in the hall, and what that needs.
  'see-hall': ['facilitator', 'contributor', 'observer', 'screen'],
  'write-artefact': ['facilitator', 'contributor'],
  'write-workspace': ['facilitator'],
  'create-artefact': ['facilitator', 'contributor'],
  'manage-artefacts': ['facilitator'],
  comment: ['facilitator', 'contributor', 'observer'],
  'see-people': ['facilitator', 'contributor', 'observer'],
  'manage-people': ['facilitator'],
  'manage-joining': ['facilitator'],
  lock: ['facilitator'],
  'lead-session': ['facilitator'],
  'take-part': ['facilitator', 'contributor'],
  // Who leads counts for nobody's group.
  vote: ['contributor'],
  'run-ballots': ['facilitator'],
  export: ['facilitator', 'contributor', 'observer'],
  'export-names': ['facilitator'],
}

/** Whether a role may do something. The screen asks to know what to show, the server to decide. */
export const can = (role: Role, action: Action): boolean => allowed[action].includes(role)

export const actions = Object.keys(allowed) as readonly Action[]
