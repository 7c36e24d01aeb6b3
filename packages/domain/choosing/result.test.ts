import fc from 'fast-check'
import type { Json } from '#crdt/json.ts'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readBallot, settledSettings } from './ballot.ts'
import { choosingMethods, methodRules, type Choice, type ChoiceValue, type ChoosingMethod } from './methods.ts'
import { carriedOf, ranked, resultOf } from './result.ts'
import { countsFor, tallyFromJson, tallyOf, votersIn, type CastVote } from './tally.ts'

const drawn = ['resident', 'professional', 'policy']
const cast = (perspective: string, ...choices: Choice[]): CastVote[] =>
  choices.map((choice) => ({ perspective, choice }))
const ofOption = (perspective: string, ...values: ChoiceValue[]) =>
  cast(perspective, ...values.map((value) => ({ a: value })))
const resultFor = (method: ChoosingMethod, votes: readonly CastVote[], wish: object = { secret: false }) => {
  const settings = settledSettings(method, wish)
  const ids = [...new Set(votes.flatMap(({ choice }) => Object.keys(choice)))]
  const body = { method, settings, options: ids.map((id) => ({ id, refId: null, text: id })) }
  return resultOf(body, tallyOf(votes, drawn, settings.secret))
}

describe('worked by hand', () => {
  test('dots: sums, shares where every group counts equally, and who held what', () => {
    const { options, n } = resultFor('dotVote', [
      ...cast('resident', { a: 2, b: 1 }, { a: 2 }, { a: 1, b: 2 }, { a: 2, b: 1 }), // 7 and 4 of 11 dots
      ...cast('policy', { b: 2, c: 1 }, { b: 1 }, { b: 2, c: 2 }), // 5 and 3 of 8 dots
    ])
    expect(n).toBe(7)
    expect(options.map(({ option, score }) => [option, score])).toEqual([
      ['a', 7],
      ['b', 9],
      ['c', 3],
    ])
    const [a, b, c] = options
    expect(a?.share).toBeCloseTo((7 / 11 + 0) / 2)
    expect(b?.share).toBeCloseTo((4 / 11 + 5 / 8) / 2)
    expect(a?.verdict).toBe('minority')
    expect(b?.verdict).toBe('shared') // 3 of 4 and 3 of 3
    expect(c?.verdict).toBe('minority') // 0 of 4 and 2 of 3
    expect(b?.support.lowest).toBeCloseTo(4 / 6)
    expect(b?.support.mean).toBeCloseTo(Math.sqrt((4 / 6) * (4 / 5)))
    expect(ranked('dotVote', options).map(({ option }) => option)).toEqual(['b', 'a', 'c'])
  })

  test('what a vote carries: the most points, or more than half; nothing when its threshold is not met', () => {
    const carried = (method: ChoosingMethod, votes: readonly CastVote[], wish?: object) =>
      carriedOf({ method }, resultFor(method, votes, wish))
    expect(carried('dotVote', cast('resident', { a: 2, b: 1 }, { a: 1, c: 1 }))).toEqual(['a'])
    expect(carried('dotVote', cast('resident', { a: 1, b: 1 }))).toEqual(['a', 'b'])
    expect(carried('dotVote', [])).toEqual([])
    expect(carried('consent', cast('resident', { a: 'consent', b: 'objection' }, { a: 'concern' }))).toEqual(['a'])
    expect(carried('agreePass', ofOption('resident', 'agree', 'disagree'))).toEqual([])
    const strict = { secret: false, threshold: 'noneAbove5' }
    expect(carried('gradients8', ofOption('resident', 1, 2, 6), strict)).toEqual([])
    expect(carried('gradients8', ofOption('resident', 1, 2, 5), strict)).toEqual(['a'])
  })

  test('agree, disagree or pass: a pass was a vote and is not for it', () => {
    const { options, opposed, passes } = resultFor(
      'agreePass',
      [...ofOption('resident', 'agree', 'agree', 'pass', 'disagree'), ...ofOption('policy', 'agree', 'pass', 'pass')],
      { secret: false, threshold: 'majority' },
    )
    expect(options[0]).toMatchObject({ n: 7, agree: 3, oppose: 1, score: null, verdict: 'minority' })
    expect(options[0]?.groups.map(({ support }) => support)).toEqual([3 / 6, 2 / 5])
    expect([opposed, passes]).toEqual([1, false])
  })

  test('consent: a concern goes along, one objection does not and asks for its reason', () => {
    const { options, opposed } = resultFor('consent', [
      ...ofOption('resident', 'consent', 'concern', 'objection'),
      ...ofOption('policy', 'consent', 'consent', 'consent'),
    ])
    expect(options[0]).toMatchObject({ agree: 5, oppose: 1, counts: { consent: 4, concern: 1, objection: 1 } })
    // A third of the residents is against: that is no shared result, whatever the total.
    expect([options[0]?.verdict, opposed]).toEqual(['divided', 1])
  })

  test('gradients: the middle, the ends, and a six stops', () => {
    const votes = [...ofOption('resident', 1, 2, 2, 6), ...ofOption('policy', 3, 3, 4)]
    const { options, passes } = resultFor('gradients8', votes, { secret: false, threshold: 'noneAbove5' })
    expect(options[0]).toMatchObject({ score: 3, min: 1, max: 6, agree: 5, oppose: 1, verdict: 'shared' })
    expect(passes).toBe(false)
    const five = ofOption('policy', 3, 5, 4)
    expect(resultFor('gradients8', five, { secret: false, threshold: 'noneAbove5' }).passes).toBe(true)
  })

  test('fist of five: three fingers go along, nobody below two is a limit', () => {
    const votes = ofOption('resident', 5, 3, 2, 4)
    const { options, passes } = resultFor('fistToFive', votes, { secret: false, threshold: 'noneBelow2' })
    expect(options[0]).toMatchObject({ score: 3.5, min: 2, max: 5, agree: 3, oppose: 0, verdict: 'shared' })
    expect(passes).toBe(true)
    const one = ofOption('resident', 5, 1, 5)
    expect(resultFor('fistToFive', one, { secret: false, threshold: 'noneBelow2' }).passes).toBe(false)
  })

  test('temperature: a mood has a middle and no opposition', () => {
    const { options, opposed, passes } = resultFor('temperature', ofOption('resident', -2, -1, 0, 2))
    expect(options[0]).toMatchObject({ score: -0.5, min: -2, max: 2, agree: 1, verdict: 'little' })
    expect([opposed, passes]).toEqual([0, null])
  })

  test('ranking: five points for the first to one for the fifth', () => {
    const { options } = resultFor('ranking', cast('resident', { a: 5, b: 4, c: 3 }, { b: 5, a: 4 }, { b: 5 }))
    expect(options.map(({ option, score }) => [option, score])).toEqual([
      ['a', 9],
      ['b', 14],
      ['c', 3],
    ])
    expect(options[1]?.support.lowest).toBe(4 / 5)
  })

  test('a scale that somebody left open does not count them, dots that nobody gave do', () => {
    const scale = resultFor('gradients8', cast('resident', { a: 1, b: 2 }, { a: 3 }, { a: 1 })).options
    expect(scale.map(({ n }) => n)).toEqual([3, 1])
    const dots = resultFor('dotVote', cast('resident', { a: 1, b: 2 }, { a: 1 }, { a: 1 })).options
    expect(dots.map(({ n }) => n)).toEqual([3, 3])
  })

  test('without votes there is nothing to say', () => {
    const settings = settledSettings('consent', {})
    const body = { method: 'consent' as const, settings, options: [{ id: 'a', refId: null, text: '' }] }
    expect(resultOf(body, [])).toMatchObject({ n: 0, passes: null, opposed: 0, options: [{ verdict: 'silent' }] })
  })
})

type Filed = {
  participants: { id: string; perspective: string }[]
  ballots: { id: string; votes: Record<string, Choice> }[]
}
const example = JSON.parse(
  readFileSync(new URL('../../../apps/web/public/example.nl.json', import.meta.url), 'utf8'),
) as Filed // our own example, whose shape the tests of workspace files check
const exampleResult = (id: string) => {
  const filed = example.ballots.find((ballot) => ballot.id === id)
  const body = readBallot(filed)
  if (!filed || !body) throw new Error(`the example has no ballot ${id}`)
  const perspectiveOf = (person: string) => example.participants.find((each) => each.id === person)?.perspective ?? ''
  const votes = Object.entries(filed.votes).map(([person, choice]) => ({ perspective: perspectiveOf(person), choice }))
  const tally = tallyOf(votes, drawn, body.settings.secret)
  const result = resultOf(body, tally)
  return { tally, result, option: (name: string) => result.options.find(({ option }) => option === name) }
}

describe('the example workspace', () => {
  test('fo-101 has 21 dots, carried by all', () => {
    const { tally, option } = exampleResult('ba-1')
    expect(tally.map(({ perspectives, n }) => [perspectives, n])).toEqual([
      [['resident'], 7],
      [['professional', 'policy'], 9],
    ])
    expect(option('fo-101')).toMatchObject({ score: 21, agree: 14, verdict: 'shared' })
    expect(option('fo-101')?.support.lowest).toBeCloseTo(8 / 11)
    expect(option('fo-101')?.support.mean).toBeCloseTo(Math.sqrt((8 / 9) * (8 / 11)))
  })

  test('fo-105 has a median of 2, and one six, which the threshold does not let pass', () => {
    const { result, option } = exampleResult('ba-2')
    expect(option('fo-105')).toMatchObject({ score: 2, min: 1, max: 6, oppose: 1 })
    expect(result).toMatchObject({ passes: false, opposed: 1 })
  })

  test('four dots from residents alone and four from no resident are not the same result', () => {
    const { option } = exampleResult('ba-3')
    expect(option('idea-3')).toMatchObject({ score: 4, agree: 4, verdict: 'minority' })
    expect(option('idea-5')).toMatchObject({ score: 4, agree: 4, verdict: 'little' })
    expect(option('idea-3')?.groups.map(({ agree }) => agree)).toEqual([4, 0])
    expect(option('idea-5')?.groups.map(({ agree }) => agree)).toEqual([0, 4])
  })

  test('an open ballot keeps groups of three and more apart', () => {
    expect(exampleResult('ba-4').tally.map(({ n }) => n)).toEqual([7, 5, 4])
    expect(exampleResult('ba-4').result).toMatchObject({ passes: true, opposed: 0 })
    expect(exampleResult('ba-5').result.options[0]).toMatchObject({
      verdict: 'shared',
      counts: { consent: 10, concern: 1 },
    })
  })
})

const anyVotes = fc.constantFrom(...choosingMethods).chain((method) =>
  fc.record({
    method: fc.constant(method),
    secret: fc.boolean(),
    votes: fc.array(
      fc.record({
        perspective: fc.constantFrom(...drawn),
        choice: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...methodRules[method].values), {
          minKeys: 1,
        }),
      }),
      { maxLength: 40 },
    ),
  }),
)

test('totals do not depend on groups, nothing is lost, and shares and support stay between 0 and 1', () => {
  fc.assert(
    fc.property(anyVotes, ({ method, secret, votes }) => {
      const tally = tallyOf(votes, drawn, secret)
      expect(votersIn(tally)).toBe(votes.length)
      if (tally.length > 1) expect(Math.min(...tally.map(({ n }) => n))).toBeGreaterThanOrEqual(secret ? 5 : 3)
      const apart = tallyOf(votes, [], false, Number.MAX_SAFE_INTEGER)
      for (const name of ['a', 'b', 'c']) {
        expect(Object.fromEntries(countsFor(tally, name))).toEqual(Object.fromEntries(countsFor(apart, name)))
      }
      for (const { agree, oppose, n, share, support } of resultFor(method, votes, { secret }).options) {
        expect(agree + oppose).toBeLessThanOrEqual(n)
        for (const part of [share, support.mean, support.lowest]) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
        expect(support.lowest).toBeLessThanOrEqual(support.mean + 1e-9)
      }
    }),
    { verbose: 1 },
  )
})

test('the order in which people voted changes nothing, and a tally survives being stored', () => {
  fc.assert(
    fc.property(anyVotes, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), ({ secret, votes }, keys) => {
      const mixed = votes.map((vote, at) => ({ vote, key: keys[at] ?? 0 })).toSorted((a, b) => a.key - b.key)
      const tally = tallyOf(votes, drawn, secret)
      const other = tallyOf(
        mixed.map(({ vote }) => vote),
        drawn,
        secret,
      )
      expect(JSON.stringify(other)).toBe(JSON.stringify(tally))
      expect(tallyFromJson(JSON.parse(JSON.stringify(tally)) as Json)).toEqual(tally)
    }),
    { verbose: 1 },
  )
})
