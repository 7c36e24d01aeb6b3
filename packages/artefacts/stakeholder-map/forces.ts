import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force'
import type { ForceInput } from './force-input.ts'

export type ForcePlaces = readonly (readonly [id: string, place: { readonly x: number; readonly y: number }])[]

type Body = SimulationNodeDatum & { readonly id: string }

/** Lets connected parties pull and all others push, always with the same outcome; pinned ones stay. */
export const layForces = ({ nodes, links }: ForceInput, ticks = nodes.length > 400 ? 150 : 260): ForcePlaces => {
  const half = 90 * Math.sqrt(Math.max(nodes.length, 6))
  const bodies = nodes.map(({ id, x, y, pinned }): Body => ({
    id,
    x: x * half,
    y: y * half,
    ...(pinned ? { fx: x * half, fy: y * half } : {}),
  }))
  const pulls = links.map(({ from, to }) => ({ source: from, target: to }))
  forceSimulation(bodies)
    .force(
      'link',
      forceLink<Body, { source: string; target: string }>(pulls)
        .id(({ id }) => id)
        .distance(110)
        .strength(0.35),
    )
    .force('push', forceManyBody().strength(-260).distanceMax(half))
    .force('room', forceCollide(70))
    .force('x', forceX(0).strength(0.05))
    .force('y', forceY(0).strength(0.07))
    .stop()
    .tick(ticks)
  const reach = Math.max(half, ...bodies.flatMap(({ x = 0, y = 0 }) => [Math.abs(x), Math.abs(y)])) * 1.04
  return bodies.map(({ id, x = 0, y = 0, fx }) => {
    // A pinned one stands where it was put, the others within what all of them take.
    const size = typeof fx === 'number' ? half : reach
    return [id, { x: x / size, y: y / size }]
  })
}
