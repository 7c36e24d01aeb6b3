import { roles } from '#domain/participant.ts'
import type { AnswerOf } from '#protocol/http-api.ts'
import type { leadStrings } from './lead-strings.ts'
import type { logStrings } from './log-strings.ts'

export type Act = AnswerOf<'sessionLog'>['acts'][number]
type Words = { readonly log: (typeof logStrings)['nl']; readonly lead: (typeof leadStrings)['nl'] }
type Names = {
  readonly stepTitle: (id: string) => string | undefined
  readonly personName: (id: string) => string | null
  readonly groupTitle: (id: string) => string | undefined
  readonly documentTitle: (id: string) => string | undefined
  readonly question: (ballot: string) => string | undefined
}

/** A line of the log as a sentence. */
export const tellAct = ({ act, activityId, detail }: Act, { log, lead }: Words, names: Names): string => {
  const { acts } = log
  const text = (name: string): string => (typeof detail[name] === 'string' ? detail[name] : '')
  const person = names.personName(text('participant')) ?? log.someone
  const step = (activityId === null ? undefined : names.stepTitle(activityId)) ?? log.aStep
  const count = (name: string): number => (typeof detail[name] === 'number' ? detail[name] : 0)
  const asked = names.question(text('ballot')) ?? log.aBallot
  const group = names.groupTitle(text('perspective')) ?? log.aGroup
  const tellers: { readonly [act: string]: (() => string) | undefined } = {
    start: acts.start,
    close: acts.close,
    step: () => acts.step(step),
    timer: () => {
      const turns = { start: acts.timerStart, pause: acts.timerPause, end: acts.timerEnd }
      const turn = text('turn')
      return turn === 'start' || turn === 'pause' || turn === 'end'
        ? turns[turn]()
        : acts.timerAdd(log.minutes(Math.round(count('seconds') / 60)))
    },
    follow: () => {
      const follow = text('follow')
      if (follow === 'hold') return acts.followHold()
      return follow === 'invite' ? acts.followInvite() : acts.followRelease()
    },
    call: acts.call,
    remind: acts.remind,
    hide: () => {
      if ('names' in detail) return detail['names'] === true ? acts.namesHidden() : acts.namesShown()
      return detail['results'] === true ? acts.resultsHidden() : acts.resultsShown()
    },
    screen: () => {
      const part = text('screen')
      return acts.screen(part in lead.hallParts ? lead.hallParts[part as keyof typeof lead.hallParts] : part)
    },
    tables: () => acts.tables(log.number(count('tables'))),
    floor: () => acts.floor(person),
    answered: () => acts.answered(person),
    rename: () => acts.rename(person),
    regroup: () => acts.regroup(person, group),
    role: () => acts.role[roles.find((role) => role === detail['role']) ?? 'contributor'](person),
    scribe: () => (detail['canRecord'] === true ? acts.scribe(person) : acts.noScribe(person)),
    remove: () => acts.remove(person),
    merge: () => acts.merge(log.points(count('cards'))),
    lock: () => acts.lock(names.documentTitle(text('document')) ?? log.aDocument),
    unlock: () => acts.unlock(names.documentTitle(text('document')) ?? log.aDocument),
    'ballot-open': () => acts.ballotOpen(asked),
    'ballot-until': () => acts.ballotUntil(asked),
    'ballot-close': () => (detail['byItself'] === true ? acts.ballotDue(asked) : acts.ballotClose(asked)),
    'ballot-round': () => acts.ballotRound(asked),
    'ballot-count': () =>
      count('people') === 0
        ? acts.ballotCountBack(asked, group)
        : acts.ballotCount(asked, log.votes(count('people')), group),
    reveal: () => acts.reveal(log.cards(count('cards'))),
    skip: () => acts.skip(asked),
    decide: acts.decide,
    present: () => (detail['present'] === true ? acts.present(person) : acts.absent(person)),
  }
  const teller = Object.hasOwn(tellers, act) ? tellers[act] : undefined
  return teller?.() ?? acts.other(act)
}
