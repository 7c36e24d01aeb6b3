import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Proofs of how far a document had been committed. After a backup was put back the log is shorter than it was, and a
 * client whose receipt says so may bring back what is missing. Nobody can write such a proof but the server.
 */
export type Receipts = {
  readonly of: (room: string, at: { readonly epoch: number; readonly seq: number }) => string
  /** How many rows a receipt proves in this life of the document; `null` when it proves nothing. */
  readonly read: (room: string, epoch: number, receipt: string) => number | null
}

export const createReceipts = (secret: string): Receipts => {
  const sealOf = (room: string, epoch: number, seq: number) =>
    createHmac('sha256', secret).update(`${room} ${epoch} ${seq}`).digest('base64url')
  return {
    of: (room, { epoch, seq }) => `${seq}.${sealOf(room, epoch, seq)}`,
    read: (room, epoch, receipt) => {
      const [digits = '', seal = ''] = receipt.split('.', 2)
      const seq = Number(digits)
      if (!/^\d{1,15}$/.test(digits)) return null
      const [given, own] = [Buffer.from(seal), Buffer.from(sealOf(room, epoch, seq))]
      return given.length === own.length && timingSafeEqual(given, own) ? seq : null
    },
  }
}
