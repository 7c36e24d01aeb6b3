import { act, Component } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'
import { chunkOf } from './chunk.ts'

const Hello = ({ name }: { readonly name: string }) => <p>Dag {name}</p>

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)
})

/** Draws something in a page of its own; gives what one reads there. */
const drawn = (what: React.ReactNode) => {
  const home = document.createElement('div')
  const root = createRoot(home)
  act(() => root.render(what))
  return { words: () => home.textContent, again: (next: React.ReactNode) => act(() => root.render(next)) }
}

test('something stands there until the part is here, and then the part at once', async () => {
  let arrive: (part: typeof Hello) => void = () => undefined
  const Part = chunkOf(() => new Promise<typeof Hello>((resolve) => (arrive = resolve)))
  const page = drawn(<Part name="Ada" waiting="Even wachten" />)
  expect(page.words()).toBe('Even wachten')
  await act(async () => {
    arrive(Hello)
    await Promise.resolve()
  })
  expect(page.words()).toBe('Dag Ada')
})

test('a part that was sent for before is there at the first drawing, and is fetched once', async () => {
  let asked = 0
  const Part = chunkOf(async () => {
    asked += 1
    return Promise.resolve(Hello)
  })
  Part.fetch()
  await act(async () => Promise.resolve())
  const page = drawn(<Part name="Bram" />)
  expect(page.words()).toBe('Dag Bram')
  expect(asked).toBe(1)
})

class Boundary extends Component<{ readonly children: React.ReactNode }> {
  override state = { failed: false }
  static getDerivedStateFromError = () => ({ failed: true })
  override render() {
    return this.state.failed ? 'Dat ging mis' : this.props.children
  }
}

test('what cannot be had is told to the boundary above, and asked for again at the next try', async () => {
  const answers = [Promise.reject<typeof Hello>(new Error('no network')), Promise.resolve(Hello)]
  const Part = chunkOf(async () => (await answers.shift()) ?? Hello)
  const page = drawn(
    <Boundary key="first">
      <Part name="Ada" />
    </Boundary>,
  )
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  expect(page.words()).toBe('Dat ging mis')
  page.again(
    <Boundary key="second">
      <Part name="Ada" />
    </Boundary>,
  )
  await act(async () => Promise.resolve())
  expect(page.words()).toBe('Dag Ada')
})
