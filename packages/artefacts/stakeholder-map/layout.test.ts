import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openDocument } from '#crdt/document.ts'
import { addStakeholder, placeInLens } from './commands.ts'
import { filterFromLine, filterToLine, litBy, noFilter, within } from './filter.ts'
import { writeExample } from './example.ts'
import { layOut, ringDifferences, ringsIn, type DrawnLens, type Look } from './layout.ts'
import { lenses } from './lenses.ts'
import { setRing } from './ring-commands.ts'
import { shape } from './shape.ts'
import { nextTarget, pointOfTarget, putAt, targetAt, targetOf } from './targets.ts'

const ada = { perspective: 'resident' }
const size = {
  width: 1000,
  height: 500,
  cardHeight: 30,
  cardWidth: (name: string) => Math.min(230, name.length * 7 + 40),
}
const drawnLenses = lenses.filter((lens): lens is DrawnLens => lens !== 'table')
const lookAt = (lens: DrawnLens): Look => ({ lens, phase: 'whole', ringView: 'now' })
const opened = () => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(ada, writeExample)
  return document
}
const crowd = (count: number) => {
  const document = openDocument(new Y.Doc(), shape)
  document.change(ada, (draft) => {
    for (let at = 0; at < count; at += 1) {
      const step = (by: number) => 1 + (Math.floor(at / by) % 5)
      addStakeholder(
        draft,
        {
          name: `Groep ${at}`,
          impact: step(1),
          influence: step(5),
          interest: step(2),
          world: step(3),
          attitude: step(7) - 3,
          urgency: step(1),
          legitimacy: step(3),
          ring: at % 4,
          participationCurrent: 'consult',
        },
        { id: `sh-${at}` },
      )
    }
  })
  return document.content()
}

test.each(drawnLenses)(
  '%s: everybody has one place or stands in the tray, and no two cards cover each other',
  (lens) => {
    const map = crowd(150)
    const { boxes, tray } = layOut(map, map.stakeholders, lookAt(lens), size)
    expect(boxes.size + tray.length).toBe(150)
    const all = [...boxes.values()]
    const covers = all.flatMap((a, at) =>
      all
        .slice(at + 1)
        .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
    )
    expect(covers).toEqual([])
  },
)

test.each(drawnLenses)('%s: the order of the rows changes nothing', (lens) => {
  const map = crowd(90)
  const [one, other] = [map.stakeholders, map.stakeholders.toReversed()].map((rows) =>
    layOut(map, rows, lookAt(lens), size),
  )
  expect(new Map(one?.boxes)).toEqual(new Map(other?.boxes))
})

test.each(['influence', 'interest', 'worlds', 'attitude', 'rings', 'participation', 'network'] as const)(
  '%s: where a card is put down is where it stands, and an arrow key there and back is nothing',
  (lens) => {
    const document = opened()
    const look = lookAt(lens)
    const put = () => layOut(document.content(), document.content().stakeholders, look, size)
    const layout = put()
    const target = targetAt(layout, { x: layout.width * 0.9, y: layout.height * 0.3 })
    if (!target) throw new Error('a target was expected')
    document.change(ada, (draft) => putAt(draft, 'sh-bus', look, target))
    const map = document.content()
    const bus = map.stakeholders.find(({ id }) => id === 'sh-bus') ?? expect.fail('no bus')
    const now = targetOf(map, bus, look, put()) ?? expect.fail('no place')
    // The values that the lens does not write are unknown still, so a grid needs both of its own only.
    expect(now).toEqual(target)
    const left = nextTarget(now, 'ArrowLeft', false)
    expect(left && nextTarget(left, 'ArrowRight', false)).toEqual(now)
    expect(nextTarget(now, 'a', false)).toBeNull()
    const again = pointOfTarget(put(), now)
    expect(targetAt(put(), again)).toMatchObject({ kind: now.kind })
  },
)

test('below the drawing nobody chose a place, and the circles are looked at only', () => {
  const map = opened().content()
  const layout = layOut(map, map.stakeholders, lookAt('influence'), size)
  expect(targetAt(layout, { x: 10, y: layout.height + 60 })).toBeNull()
  const circles = layOut(map, map.stakeholders, lookAt('salience'), size)
  expect(targetAt(circles, { x: 10, y: 10 })).toBeNull()
})

test('a pinned party stays where it was put, wherever the layout would have it', () => {
  const document = opened()
  document.change(ada, (draft) => void placeInLens(draft, 'lens-network', 'sh-bus', { x: -1, y: 1 }))
  const map = document.content()
  const computed = new Map(map.stakeholders.map(({ id }) => [String(id), { x: 0, y: 0 }]))
  const { boxes, height } = layOut(map, map.stakeholders, lookAt('network'), size, computed)
  const box = boxes.get('sh-bus')
  expect(box && [box.x + box.width / 2, box.y + box.height / 2].map(Math.round)).toEqual([0, height])
})

test('a phase falls back on the work as a whole, and who stands elsewhere than wished is a topic', () => {
  const document = opened()
  document.change(ada, (draft) => {
    setRing(draft, 'sh-bus', 'whole', 'now', 3)
    setRing(draft, 'sh-bus', 'whole', 'wished', 1)
    setRing(draft, 'sh-bus', 'prepare', 'now', 2)
    setRing(draft, 'sh-shop', 'whole', 'now', 2)
    setRing(draft, 'sh-shop', 'whole', 'desirable', 2)
  })
  const map = document.content()
  const bus = map.stakeholders.find(({ id }) => id === 'sh-bus') ?? expect.fail('no bus')
  expect([
    ringsIn(map, 'whole', 'now')(bus),
    ringsIn(map, 'prepare', 'now')(bus),
    ringsIn(map, 'run', 'now')(bus),
  ]).toEqual([3, 2, 3])
  expect(ringDifferences(map, 'prepare').map(({ stakeholder, now, wished }) => [stakeholder.id, now, wished])).toEqual([
    ['sh-bus', 2, 1],
  ])
})

test('focus goes over so many lines, whichever way they run', () => {
  const map = opened().content()
  expect([...within(map, 'sh-elderly', 1)].toSorted()).toEqual(['sh-council', 'sh-elderly', 'sh-help'])
  expect(within(map, 'sh-elderly', 2).has('sh-planning')).toBe(true)
  expect([...within(map, 'sh-elderly', 3, ['money'])]).toEqual(['sh-elderly'])
  expect(within(map, 'sh-bus', 3).size).toBe(1)
})

test('a filter dims who does not answer, and comes back from a saved view as it went', () => {
  const map = opened().content()
  const filter = { ...noFilter, missing: true, rule: 'sector', value: 'residents', types: ['money', 'care'] } as const
  expect(filterFromLine(filterToLine(filter))).toEqual({ ...filter, types: ['care', 'money'] })
  expect(litBy(map, noFilter, () => true)).toBeNull()
  const lit = litBy(map, { ...filter, types: [] }, ({ atTable }) => atTable === 'no')
  expect([...(lit ?? [])]).toEqual(['sh-memory'])
})
