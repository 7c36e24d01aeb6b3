import type { Outcome } from '#react/records.ts'
import { call } from './call.ts'

/** Says for which party somebody speaks; everybody hears of it as of any change of a person. */
export const speakForIn =
  (workspace: string, participant: string) =>
  async (stakeholderId: string | null): Promise<Outcome> => {
    const answer = await call('changePerson', { params: { workspace, participant }, body: { stakeholderId } })
    return answer.ok ? { ok: true } : { ok: false, reason: answer.code }
  }
