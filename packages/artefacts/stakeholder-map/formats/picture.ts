import type { Perspective } from '#domain/perspective.ts'
import { formatDate } from '#i18n/format.ts'
import { defineStrings, type Locale } from '#i18n/strings.ts'
import type { Box } from '../grid.ts'
import { groupsOf } from '../groups.ts'
import type { DrawnLens, Layout } from '../layout.ts'
import { lineLooks } from '../line-looks.ts'
import { families, familyOf, soundRelations } from '../queries.ts'
import type { Stakeholder, StakeholderMap } from '../shape.ts'
import { mapStrings } from '../strings.ts'
import { terms } from '../terms.ts'
import { light, lineColours } from './colours.ts'
import { drawnFor } from './drawn.ts'
import { cardAt, cardHeightFor, cardWidth, lineAt, markerAt, ringAt, type Voice } from './picture-cards.ts'
import { groundOf, namesOf, tenth, textAt, type PictureWords } from './picture-ground.ts'
import { escapeXml } from './xml.ts'

export type PictureWish = {
  readonly locale: Locale
  readonly lens: DrawnLens
  readonly title: string
  /** A calendar date. */
  readonly date: string
  readonly perspectives: readonly Perspective[]
  /** Which groups speak for a party, by its id. */
  readonly speakers: ReadonlyMap<string, ReadonlySet<string>>
  /** Without title and date of its own, for a page that has both. */
  readonly bare?: boolean
}

const edge = { left: 52, top: 116, right: 28, bottom: 26 }
const bareTop = 34

/** A lens of a map as one SVG picture, with title, date, legend, and the same in words for who does not see it. */
export const picture = (map: StakeholderMap, wish: PictureWish): string => {
  const { locale, lens, bare = false } = wish
  const above = bare ? bareTop : edge.top
  const words: PictureWords = { map: mapStrings[locale], terms: terms[locale] }
  const own = pictureStrings[locale]
  const cardHeight = cardHeightFor(map.stakeholders.map(({ name }) => name))
  const layout = drawnFor(map, { lens, phase: 'whole', ringView: 'now' }, cardWidth, cardHeight, bare)
  const voiceOf = voicesOf(wish)
  const tray = trayOf(layout, cardHeight)
  const boxes = new Map<string, Box>([...layout.boxes, ...tray.boxes])
  const vivid = lens === 'network' || lens === 'rings'
  const lines = vivid ? soundRelations(map) : []
  const bottom = Math.max(layout.height + (layout.grid ? 34 : 12), tray.bottom)
  const legend = legendAt(bottom + 34, layout.width, { map, wish, words, vivid, voiceOf })
  const [width, height] = [
    Math.ceil(layout.width + edge.left + edge.right),
    Math.ceil(legend.bottom + above + edge.bottom),
  ]
  const alternative = alternativeOf(map, wish)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description" lang="${locale}" font-family="'Atkinson Hyperlegible Next', Verdana, sans-serif">`,
    `<title id="title">${escapeXml(`${wish.title}: ${words.map.lenses[lens]}`)}</title>`,
    `<desc id="description">${escapeXml(alternative)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${light.land}"/>`,
    ...(bare ? [] : titleOf(wish, words, width)),
    `<g transform="translate(${edge.left} ${above})">`,
    groundOf(layout, map.stakeholders),
    ...lines.map((line) => {
      const [start, end] = [boxes.get(line.from ?? ''), boxes.get(line.to ?? '')]
      return start && end ? lineAt(line, start, end, lines.length <= mostVivid) : ''
    }),
    namesOf(layout, words),
    layout.tray.length > 0 ? textAt(own.tray, { x: 0, y: tray.top - 8, weight: 680 }) : '',
    ...map.stakeholders.map((row) => {
      const box = boxes.get(row.id)
      return box ? cardAt(row, box, voiceOf(row)) : ''
    }),
    legend.svg,
    '</g>',
    '</svg>',
    '',
  ].join('')
}

const titleOf = ({ title, lens, locale, date }: PictureWish, { map }: PictureWords, width: number): string[] => [
  textAt(title, { x: edge.left, y: 42, size: 26, weight: 400, fill: light.ink }),
  textAt(`${map.lenses[lens]} · ${formatDate(locale, date)}`, {
    x: edge.left,
    y: 68,
    size: 15,
    weight: 400,
    fill: light.ink2,
  }),
  `<path d="M0 82H${width}" stroke="${light.ink}" stroke-width="2"/>`,
]

/** Beyond so many lines their colours are no more than noise. */
const mostVivid = 400

/** The same in words: how many there are, and who stands where. */
export const alternativeOf = (map: StakeholderMap, { locale, lens, date }: PictureWish): string => {
  const words = { map: mapStrings[locale], terms: terms[locale], ...pictureStrings[locale] }
  const look = { lens, phase: 'whole', ringView: 'now' } as const
  const groups = groupsOf(map, map.stakeholders, look, words).map(
    ({ title, rows }) => `${title}: ${rows.map(({ name }) => name).join(', ')}.`,
  )
  return [
    words.count(map.stakeholders.length, soundRelations(map).length, date === '' ? '' : formatDate(locale, date)),
    ...groups,
    words.map.caveat,
  ].join(' ')
}

const voicesOf =
  ({ perspectives, speakers }: PictureWish) =>
  ({ id, atTable }: Stakeholder): Voice => {
    const own = speakers.get(id)
    const groups = own ? perspectives.filter((each) => own.has(each.id)) : []
    return { groups, missing: groups.length === 0 && (atTable === 'no' || atTable === 'unknown') }
  }

// Who has no place in a lens waits in rows below it.
const trayOf = ({ tray, width, height, grid }: Layout, cardHeight: number) => {
  const top = height + (grid ? 62 : 40)
  let [x, y] = [0, top]
  const boxes = tray.map(({ id, name }) => {
    const own = cardWidth(name)
    if (x > 0 && x + own > width) [x, y] = [0, y + cardHeight + 8]
    const box = { x, y, width: own, height: cardHeight }
    x += own + 8
    return [id, box] as const
  })
  return { boxes, top, bottom: tray.length === 0 ? 0 : y + cardHeight }
}

type Told = {
  readonly map: StakeholderMap
  readonly wish: PictureWish
  readonly words: PictureWords
  readonly vivid: boolean
  readonly voiceOf: (row: Stakeholder) => Voice
}

/** What signs and lines mean, of those that are in the picture. */
const legendAt = (top: number, width: number, { map, wish, words, vivid, voiceOf }: Told) => {
  const own = pictureStrings[wish.locale]
  const voices = map.stakeholders.map(voiceOf)
  const spoken = wish.perspectives.filter(({ id }) =>
    voices.some(({ groups }) => groups.some((group) => group.id === id)),
  )
  const kinds = vivid ? families.filter((family) => map.relations.some(({ type }) => familyOf[type] === family)) : []
  const wanted = vivid && map.relations.some(({ status }) => status === 'wanted')
  const entries = [
    ...spoken.map(({ marker, title }) => ({
      sign: (x: number, y: number) => markerAt(marker, x, y - 12, 15),
      room: 15,
      words: title,
    })),
    ...(voices.some(({ missing }) => missing)
      ? [{ sign: (x: number, y: number) => ringAt(x, y - 12, true, 15), room: 15, words: own.noVoice }]
      : []),
    ...(voices.some(({ missing, groups }) => !missing && groups.length === 0)
      ? [{ sign: (x: number, y: number) => ringAt(x, y - 12, false, 15), room: 15, words: own.voice }]
      : []),
    ...kinds.map((family) => ({
      sign: (x: number, y: number) => sampleAt(x, y, lineColours[family], lineLooks[family].dash.join(' ')),
      room: 30,
      words: words.map.families[family],
    })),
    ...(wanted
      ? [
          {
            sign: (x: number, y: number) => sampleAt(x, y, light.ink2, '1 5'),
            room: 30,
            words: words.map.statuses.wanted,
          },
        ]
      : []),
  ]
  let [x, y] = [0, top + 24]
  const drawn = entries.map(({ sign, room, words: label }) => {
    const taken = room + 8 + label.length * 7.4 + 26
    if (x > 0 && x + taken > width) [x, y] = [0, y + 26]
    const svg = sign(x, y) + textAt(label, { x: x + room + 8, y, weight: 400, fill: light.ink })
    x += taken
    return svg
  })
  const { bare = false } = wish
  const caveat = bare ? '' : textAt(words.map.caveat, { x: 0, y: y + 28, size: 13, weight: 400, fill: light.ink3 })
  return {
    svg: `<path d="M0 ${tenth(top)}H${tenth(width)}" stroke="${light.ditch}" stroke-width="1.5"/>${drawn.join('')}${caveat}`,
    bottom: bare ? y : y + 28,
  }
}

const sampleAt = (x: number, y: number, stroke: string, dash: string): string =>
  `<path d="M${tenth(x)} ${tenth(y - 4.5)}h30" stroke="${stroke}" stroke-width="2.2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}${dash === '1 5' ? ' stroke-linecap="round"' : ''}/>`

const pictureStrings = defineStrings({
  nl: {
    tray: 'Nog geen plek',
    alone: 'Staan los',
    linked: 'Hangen samen',
    noVoice: 'Nog geen stem aan tafel',
    voice: 'Aan tafel of vertegenwoordigd',
    count: (parties: number, lines: number, date: string) =>
      `Kaart van ${parties} groepen en organisaties en ${lines} lijnen${date === '' ? '' : `, zoals die was op ${date}`}.`,
  },
  en: {
    tray: 'No place yet',
    alone: 'Stand alone',
    linked: 'Connected',
    noVoice: 'No voice at the table yet',
    voice: 'At the table or spoken for',
    count: (parties, lines, date) =>
      `Map of ${parties} groups and organisations and ${lines} lines${date === '' ? '' : `, as it was on ${date}`}.`,
  },
})
