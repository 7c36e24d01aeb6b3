/** The seven ways to choose together. */
export const choosingMethods = [
  'dotVote',
  'agreePass',
  'consent',
  'gradients8',
  'fistToFive',
  'temperature',
  'ranking',
] as const
export type ChoosingMethod = (typeof choosingMethods)[number]

/** What somebody may give an option: points, a step of a scale, or a word. */
export type ChoiceValue = number | string

/** What one person chose: a value for each option that they spoke of. */
export type Choice = { readonly [option: string]: ChoiceValue }

/**
 * How the values of a method are read.
 * `points` are added up (dots, ranks); of a `scale` the middle counts; `words` are counted each.
 * Who gave nothing to an option with points did speak of it; on a scale or in words they did not.
 */
export type MethodRules = {
  readonly kind: 'points' | 'scale' | 'words'
  /** Every value that a person may give, from most to least in favour; of dots up to what one option may get. */
  readonly values: readonly ChoiceValue[]
  /** Whether a value goes along (domain measure "cross-group support"). */
  readonly agrees: (value: ChoiceValue) => boolean
  /** Whether a value is opposition, which asks first what somebody needs to go along. */
  readonly opposes: (value: ChoiceValue) => boolean
}

/** The most dots that anybody may be given, and the most for one option. */
export const mostDots = 20
/** A person ranks their five highest: 5 points for the first, 1 for the fifth. */
export const rankPoints = [5, 4, 3, 2, 1] as const

const never = () => false
const atLeast = (least: number) => (value: ChoiceValue) => typeof value === 'number' && value >= least
const atMost = (most: number) => (value: ChoiceValue) => typeof value === 'number' && value <= most
const is = (word: string) => (value: ChoiceValue) => value === word

export const methodRules: { readonly [Method in ChoosingMethod]: MethodRules } = {
  dotVote: {
    kind: 'points',
    values: Array.from({ length: mostDots }, (_, at) => mostDots - at),
    agrees: atLeast(1),
    opposes: never,
  },
  agreePass: { kind: 'words', values: ['agree', 'pass', 'disagree'], agrees: is('agree'), opposes: is('disagree') },
  consent: {
    kind: 'words',
    values: ['consent', 'concern', 'objection'],
    agrees: (value) => value === 'consent' || value === 'concern',
    opposes: is('objection'),
  },
  gradients8: { kind: 'scale', values: [1, 2, 3, 4, 5, 6, 7, 8], agrees: atMost(3), opposes: atLeast(6) },
  fistToFive: { kind: 'scale', values: [5, 4, 3, 2, 1, 0], agrees: atLeast(3), opposes: atMost(1) },
  // A mood decides nothing, so nobody opposes.
  temperature: { kind: 'scale', values: [2, 1, 0, -1, -2], agrees: atLeast(1), opposes: never },
  ranking: { kind: 'points', values: [...rankPoints], agrees: atLeast(1), opposes: never },
}

/** A value as it is counted: in a tally every value is a name. */
export const valueName = (value: ChoiceValue): string => String(value)

/** The value that a name in a tally stands for, or `null` for one that the method does not know. */
export const valueOf = (method: ChoosingMethod, name: string): ChoiceValue | null =>
  methodRules[method].values.find((value) => valueName(value) === name) ?? null
