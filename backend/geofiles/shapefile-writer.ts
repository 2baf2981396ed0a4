import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Geometry } from '../geometry/geometry.ts'
import { type Aside, makeAside } from './aside.ts'
import { createTally } from './check-tally.ts'
import { dbfCell, type DbfColumn, dbfColumn } from './dbf-writer.ts'
import { kindOf, type ShapeKind } from './shape-bytes.ts'
import { openPart, type ShapefilePart } from './shapefile-part.ts'
import { esriWkt } from './system-wkt.ts'
import { hasHeights } from './wkb-writer.ts'
import {
  asType,
  columnsFor,
  columnValue,
  commonType,
  type Features,
  plainName,
  type WriteAbout,
  type WriteFeature,
  type WriteReport,
} from './written.ts'

const mostWaiting = 10_000

/** What a part is called where there are several: a Shapefile holds only one kind. */
const endings: Readonly<Record<ShapeKind, string>> = {
  points: 'punkte',
  groups: 'punktgruppen',
  lines: 'linien',
  areas: 'flaechen',
}

/**
 * Shapefiles in a ZIP file, one for each kind of geometry, with UTF-8, .prj, the licence, and a list of the names that had to be
 * cut to ten letters. Heights are left out. Throws GeofileError above 2 GB.
 */
export async function writeShapefile(
  features: Features,
  about: WriteAbout,
  path: string,
): Promise<WriteReport> {
  const aside = makeAside(about.folder)
  const parts = new Map<ShapeKind, ShapefilePart>()
  const tally = createTally()
  try {
    const columns = columnsFor(about.fields)
    const names = shortNames(columns.map(({ name }) => name))
    const tables = new Map<ShapeKind, DbfColumn[]>()
    const partFor = (kind: ShapeKind) => {
      const table =
        tables.get(kind) ?? columns.map((column, index) => dbfColumn({ ...column, name: names[index] ?? '' }))
      tables.set(kind, table)
      const part = parts.get(kind) ?? openPart(join(aside.folder, kind), kind, table)
      parts.set(kind, part)
      return { part, table }
    }
    const write = (feature: WriteFeature, geometry: Geometry | null, kind: ShapeKind, position: number) => {
      const { part, table } = partFor(kind)
      const cells = columns.map((column, index) =>
        dbfCell(columnValue(feature, column), table[index] as DbfColumn),
      )
      if (cells.some(({ cut }) => cut)) tally.add({ code: 'text-cut' }, position)
      part.add(
        geometry,
        cells.map(({ text }) => text),
      )
    }
    const type = commonType(about.types)
    const fallback = (type && kindOf({ type })) ?? 'areas'
    /** Objects without geometry go to the first kind that comes. */
    const waiting: WriteFeature[] = []
    const release = (kind: ShapeKind) => {
      for (const [index, feature] of waiting.splice(0).entries()) write(feature, null, kind, index + 1)
    }
    let count = 0
    for await (const feature of features) {
      count += 1
      const geometry = feature.geometry && asType(feature.geometry, type)
      const kind = geometry ? kindOf(geometry) : undefined
      if (geometry && !kind) tally.add({ code: 'collection-left-out' }, count)
      if (geometry && hasHeights(geometry)) tally.add({ code: 'heights-dropped' }, count)
      const [first] = parts.keys()
      const target = kind ?? first ?? (waiting.length < mostWaiting ? undefined : fallback)
      if (target) {
        write(feature, kind ? geometry : null, target, count)
        release(target)
      } else waiting.push(feature)
    }
    release(fallback)
    if (parts.size === 0) partFor(fallback)
    for (const part of parts.values()) await part.finish(about.writtenAt)
    const renamed = columns.filter(({ name }, index) => name !== names[index])
    if (renamed.length > 0) tally.add({ code: 'fields-renamed' })
    await pack(
      aside,
      [...parts.keys()],
      about,
      columns.map(({ name }, index) => [names[index] ?? '', name]),
      path,
    )
    return { count, findings: tally.findings() }
  } finally {
    for (const part of parts.values()) part.close()
    aside.remove()
  }
}

async function pack(
  { folder }: Aside,
  kinds: readonly ShapeKind[],
  about: WriteAbout,
  names: readonly (readonly [short: string, name: string])[],
  path: string,
): Promise<void> {
  const zip = new ZipFile()
  const options = { mtime: new Date(about.writtenAt) }
  const stem = plainName(about.title)
  for (const kind of kinds) {
    const name = kinds.length > 1 ? `${stem}_${endings[kind]}` : stem
    for (const ending of ['shp', 'shx', 'dbf'])
      if (existsSync(join(folder, `${kind}.${ending}`)))
        zip.addFile(join(folder, `${kind}.${ending}`), `${name}.${ending}`, options)
    zip.addBuffer(Buffer.from(esriWkt(about.system)), `${name}.prj`, options)
    zip.addBuffer(Buffer.from('UTF-8'), `${name}.cpg`, options)
  }
  zip.addBuffer(Buffer.from(licenceText(about)), 'LIZENZ.txt', options)
  if (names.some(([short, name]) => short !== name))
    zip.addBuffer(Buffer.from(names.map((pair) => pair.join('\t')).join('\r\n')), 'FELDNAMEN.txt', options)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

const licenceText = ({ title, attribution, licence, source }: WriteAbout): string =>
  [title, attribution, `${licence.name} ${licence.uri}`, source, '']
    .filter((line) => line !== undefined)
    .join('\r\n')

/** Names of at most ten plain letters, each once; those cut to the same get a number. */
export function shortNames(names: readonly string[]): readonly string[] {
  const used = new Set<string>()
  return names.map((name) => {
    const plain = name
      .replace(
        /[äÄöÖüÜß]/g,
        (letter) => ({ ä: 'ae', Ä: 'Ae', ö: 'oe', Ö: 'Oe', ü: 'ue', Ü: 'Ue', ß: 'ss' })[letter] ?? letter,
      )
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^A-Za-z0-9_]+/g, '_')
      .replace(/^_+(?=.)/, '')
    let short = plain.slice(0, 10) || 'feld'
    for (let number = 2; used.has(short.toLowerCase()); number++)
      short = `${plain.slice(0, 9 - String(number).length)}_${number}`
    used.add(short.toLowerCase())
    return short
  })
}
