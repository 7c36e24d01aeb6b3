import type { ArtefactFiles } from '#domain/artefact.ts'
import { gephiZip } from './formats/gephi.ts'
import { gexf } from './formats/gexf.ts'
import { graphml } from './formats/graphml.ts'
import { writeCsv } from './formats/csv.ts'
import { zip } from './formats/zip.ts'
import { ownSheets } from './formats/own.ts'
import { kumuJson, kumuSheets } from './formats/kumu.ts'
import { alternativeOf, picture, type PictureWish } from './formats/picture.ts'
import { writeXlsx } from './formats/xlsx.ts'
import { lenses } from './lenses.ts'
import type { FileWish } from '#domain/artefact.ts'
import type { StakeholderMap } from './shape.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The files in which one map leaves Polder, each with the names that its program knows. */
export const files: ArtefactFiles<StakeholderMap> = {
  'kumu-json': {
    extension: 'kumu.json',
    type: 'application/json; charset=utf-8',
    write: (map, { locale }) => encode(kumuJson(map, locale)),
  },
  'kumu-xlsx': {
    extension: 'kumu.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (map, { locale }) => writeXlsx(kumuSheets(map, locale)),
  },
  'map-xlsx': {
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: (map, { locale }) => writeXlsx(ownSheets(map, locale)),
  },
  'map-csv': {
    extension: 'csv.zip',
    type: 'application/zip',
    write: (map, { locale }) =>
      zip(
        ownSheets(map, locale).map(({ name, table }) => [`${name.toLowerCase()}.csv`, writeCsv(table, ';')] as const),
      ),
  },
  'gephi-csv': { extension: 'gephi.zip', type: 'application/zip', write: (map) => gephiZip(map) },
  gexf: {
    extension: 'gexf',
    type: 'application/gexf+xml; charset=utf-8',
    write: (map, { title, date, compatible }) => encode(gexf(map, { title, date, compatible })),
  },
  graphml: {
    extension: 'graphml',
    type: 'application/graphml+xml; charset=utf-8',
    write: (map) => encode(graphml(map)),
  },
  svg: {
    extension: 'svg',
    type: 'image/svg+xml; charset=utf-8',
    write: (map, wish) => encode(picture(map, pictureWish(wish))),
    alternative: (map, wish) => alternativeOf(map, pictureWish(wish)),
  },
}

// The table is a lens without a picture; its first lens stands for it.
const pictureWish = (wish: FileWish): PictureWish => {
  const lens = lenses.find((each) => each === wish.lens) ?? 'influence'
  return { ...wish, lens: lens === 'table' ? 'influence' : lens }
}
