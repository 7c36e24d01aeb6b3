import type { CloseReason } from '#protocol/close-reason.ts'

/** How a document stands with the server; screens put it into words. */
export type Status = {
  readonly state:
    | 'opening' // the first answer of the server is still to come; `readable` tells whether there is a copy to show
    | 'saved' // everything typed here is committed on the server
    | 'saving' // on its way
    | 'offline' // no connection; work goes on and waits here
    | 'refused' // the server does not take what was typed; the words can be copied
    | 'ended' // no way in any more: removed, gone
  /** Changes made here that the server has not acknowledged. */
  readonly unsaved: number
  /** Whether there is content to show: from the server or from the copy on this device. */
  readonly readable: boolean
  readonly canWrite: boolean
  readonly locked: boolean
  /** The copy on this device works; without it unsaved changes live in this page only. */
  readonly keptHere: boolean
  readonly reason?: CloseReason
}

/** Whether two statuses say the same. */
export const isSameStatus = (a: Status, b: Status): boolean =>
  a.state === b.state &&
  a.unsaved === b.unsaved &&
  a.readable === b.readable &&
  a.canWrite === b.canWrite &&
  a.locked === b.locked &&
  a.keptHere === b.keptHere &&
  a.reason === b.reason

/** What is known about a connection, from which its state follows. */
export type Facts = {
  readonly open: boolean
  readonly synced: boolean
  readonly everSynced: boolean
  readonly copyRead: boolean
  readonly sent: number
  readonly acked: number
  readonly unsaved: number
  readonly mayWrite: boolean
  readonly locked: boolean
  readonly keptHere: boolean
  readonly tries: number
  readonly ended?: { readonly kind: 'refused' | 'ended'; readonly reason: CloseReason } | undefined
}

/** Before anything was heard. */
export const firstFacts: Facts = {
  open: false,
  synced: false,
  everSynced: false,
  copyRead: false,
  sent: 0,
  acked: 0,
  unsaved: 0,
  mayWrite: false,
  locked: false,
  keptHere: false,
  tries: 0,
}

/** Saved means that the server has committed it, and nothing else. */
export const statusOf = (facts: Facts): Status => {
  const readable = facts.everSynced || facts.copyRead
  const settled = facts.open && facts.synced && facts.sent === facts.acked
  const state = facts.ended ? facts.ended.kind : facts.open ? openState(facts, settled) : shutState(facts)
  return {
    state,
    unsaved: facts.unsaved,
    readable,
    canWrite: readable && facts.mayWrite && !facts.locked && !facts.ended,
    locked: facts.locked,
    keptHere: facts.keptHere,
    ...(facts.ended ? { reason: facts.ended.reason } : {}),
  }
}

const openState = (facts: Facts, settled: boolean): Status['state'] => {
  if (settled && facts.unsaved === 0) return 'saved'
  return facts.everSynced || facts.unsaved > 0 ? 'saving' : 'opening'
}

// The first attempt is no failure yet: a page that opens should not begin by saying "no connection".
const shutState = (facts: Facts): Status['state'] => (facts.tries === 0 && !facts.everSynced ? 'opening' : 'offline')
