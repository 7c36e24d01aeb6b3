import type { Path } from './http-paths.ts'

const workspace = '/api/workspaces/:workspace'
const ballot = `${workspace}/ballots/:ballot` as const
const writing = `${workspace}/writing/:activity` as const
const session = `${workspace}/sessions/:session` as const

/** Where the routes of choosing and of private writing are; what they take and give stands in `choosing-api.ts`. */
export const choosingPaths = {
  ballots: { method: 'GET', path: `${workspace}/ballots` },
  createBallot: { method: 'POST', path: `${workspace}/ballots` },
  changeBallot: { method: 'PATCH', path: ballot },
  removeBallot: { method: 'DELETE', path: ballot },
  moveBallot: { method: 'POST', path: `${ballot}/state` },
  vote: { method: 'PUT', path: `${ballot}/vote` },
  enterVotes: { method: 'PUT', path: `${ballot}/entries` },
  sayNeed: { method: 'POST', path: `${ballot}/needs` },
  skipNeeds: { method: 'POST', path: `${ballot}/skip` },
  drafts: { method: 'GET', path: writing },
  putDraft: { method: 'PUT', path: `${writing}/drafts/:draft` },
  revealDrafts: { method: 'POST', path: `${writing}/reveal` },
  takeCard: { method: 'POST', path: `${session}/cards/:card/take` },
  giveBackCard: { method: 'POST', path: `${session}/cards/:card/give-back` },
  exit: { method: 'GET', path: `${session}/exit` },
  answerExit: { method: 'PUT', path: `${session}/exit` },
  influence: { method: 'GET', path: `${workspace}/influence` },
} as const satisfies { readonly [name: string]: Path }

export type ChoosingRouteName = keyof typeof choosingPaths
