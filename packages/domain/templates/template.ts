import type { Words } from '#i18n/strings.ts'
import type { anonymities, workForms } from '../workspace.ts'

/** What a step opens for everybody: a kind of thing, perhaps some things of it, perhaps some of its fields. */
export type Focus = { readonly type: string; readonly ids: readonly string[]; readonly fields: readonly string[] }

export type TemplateStep = {
  readonly title: Words
  readonly minutes: number
  readonly workForm: (typeof workForms)[number]
  readonly method: string
  readonly focus: readonly Focus[]
  readonly anonymity: (typeof anonymities)[number]
  /** What everybody reads on their screen. */
  readonly prompt: Words
  /** What there is at the end of the step. */
  readonly goal: Words
  /** The part of a long script in which it stands. */
  readonly part?: Words
  /** In a round over days: the first and the last day, counted from 0. */
  readonly days?: readonly [from: number, to: number]
}

/** A script to begin with, in both languages. */
export type Template = {
  readonly id: string
  readonly title: Words
  readonly purpose: Words
  /** For how many people. */
  readonly people: string
  /** Without a shared hour: everybody in their own time, each step in its window. */
  readonly inOwnTime?: boolean
  readonly steps: readonly TemplateStep[]
}

type Both = readonly [nl: string, en: string]
type StepData = {
  readonly title: Both
  /** Minutes, work form, method, and what it opens, as `problem.gap/rules+evidence`; `-` is nothing. */
  readonly how: readonly [minutes: number, workForm: TemplateStep['workForm'], method: string, focus: string]
  readonly anonymity?: TemplateStep['anonymity']
  readonly prompt: Both
  readonly goal: Both
  readonly part?: Both
  readonly days?: readonly [from: number, to: number]
}

/** A step as the data files of this folder write it. */
export const step = ({ title, how, anonymity = 'none', prompt, goal, part, days }: StepData): TemplateStep => ({
  title: both(title),
  minutes: how[0],
  workForm: how[1],
  method: how[2],
  focus: focusOf(how[3]),
  anonymity,
  prompt: both(prompt),
  goal: both(goal),
  ...(part ? { part: both(part) } : {}),
  ...(days ? { days } : {}),
})

export const both = ([nl, en]: Both): Words => ({ nl, en })

/** Reads `problem.gap/rules+evidence` and `experiment(status=idea)`. */
export const focusOf = (written: string): readonly Focus[] =>
  written === '-'
    ? []
    : written.split('+').map((part) => {
        const [, type = part, made, fields = ''] = /^(\w+)(\([\w=]+\))?(?:\.([\w/]+))?$/.exec(part) ?? []
        const condition = made === undefined ? [] : [made.slice(1, -1)]
        return { type, ids: [], fields: [...condition, ...fields.split('/').filter((field) => field !== '')] }
      })
