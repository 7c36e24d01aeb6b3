import { build } from './build.mjs'
import { tool, run } from './process.mjs'
import { step } from './steps.mjs'

/** What the formatter keeps. */
export const formatted = ['apps', 'packages', 'tests', 'vite.config.ts']

/** Types, lint, format and unused code, side by side; `steps.mjs` knows which of them failed. */
export const checkSource = () =>
  Promise.all([
    step('types', () => tool('tsc', ['-p', '.'], { hold: true })),
    step('lint', () => tool('oxlint', ['apps', 'packages', 'tests', 'vite.config.ts'], { hold: true })),
    step('format', () => tool('oxfmt', ['--check', ...formatted], { hold: true })),
    step('unused code', () => tool('knip', ['--no-progress'], { hold: true })),
  ])

/** Builds what `npm start` serves and weighs it; says whether there is a build. */
export const checkBuild = async () => {
  const built = await step('build', build)
  if (built) await step('size budget', () => run(process.execPath, ['apps/run/budget.mjs']))
  return built === true
}
