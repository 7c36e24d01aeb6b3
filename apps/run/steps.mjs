import { say } from './process.mjs'

const failures = []

/** The names of the steps that failed so far, in order. */
export const failedSteps = () => failures

/** Does one step of a check; says how it went, with what it had to say when it failed; gives its value, or `undefined`. */
export const step = async (name, work) => {
  const start = performance.now()
  const line = (sign) => say(`${sign} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  try {
    const value = await work()
    line('ok  ')
    return value ?? true
  } catch (error) {
    failures.push(name)
    if (error.output) say(error.output.trimEnd())
    line('FAIL')
    say(`     ${error.message}`)
    return undefined
  }
}
