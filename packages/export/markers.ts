import type { Marker } from '#domain/perspective.ts'

/** The shapes and light colours of the group markers on a grid of 24, for files, which have no theme of their own. */
export const markerShapes: { readonly [Slot in Marker]: { readonly path: string; readonly colour: string } } = {
  m1: { path: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z', colour: '#2a5dbf' },
  m2: { path: 'M12 3 22 20.6H2Z', colour: '#b24e00' },
  m3: { path: 'M3.2 3.2h17.6v17.6H3.2Z', colour: '#005334' },
  m4: { path: 'M12 1.6 22.4 12 12 22.4 1.6 12Z', colour: '#7c125a' },
  m5: { path: 'M6.7 3h10.6l5.2 9-5.2 9H6.7L1.5 12Z', colour: '#51480f' },
  m6: { path: 'M8.6 2.4h6.8v6.2h6.2v6.8h-6.2v6.2H8.6v-6.2H2.4V8.6h6.2Z', colour: '#1f303e' },
  m7: { path: 'M2.6 20.6V12a9.4 9.4 0 0 1 18.8 0v8.6Z', colour: '#965a68' },
  m8: { path: 'm12 1.8 3 7 7.6.7-5.8 5 1.8 7.4-6.6-4-6.6 4 1.8-7.4-5.8-5 7.6-.7Z', colour: '#007983' },
}

/** A marker as SVG of its own. */
export const markerSvg = (slot: Marker): string => {
  const { path, colour } = markerShapes[slot]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}" fill="${colour}"/></svg>`
}

/** The mark of Polder, for reports of people who have none of their own. */
export const polderMark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="#00404b" d="M0 0h40v40H0z"/><path fill="#fad838" d="M26 14.2 4.6 40h13.6Z"/><path fill="#d4e7ed" d="M26 14.2 0 25.6V38.6Z" opacity=".92"/><path fill="#5fa06f" d="M26 14.2 20.6 40h10.6Z"/><path fill="#d4e7ed" d="M26 14.2 33.6 40H40v-8.6Z" opacity=".92"/><path fill="#2a7f78" d="M26 14.2 0 18v5.2Z"/><path fill="#2a7f78" d="M26 14.2 40 18.6v8.8Z"/><path fill="#fcf7dc" d="M0 11.6h40v2.4H0z"/></svg>'

/** The line under a title: time that is past, and the light of what comes. */
export const horizon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 7" width="1000" height="7"><path fill="#112121" d="M0 0h750v7H0z"/><path fill="#fad838" d="M754 0h246v7H754z"/></svg>'
