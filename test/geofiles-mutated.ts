import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  checkGeofile,
  isFinding,
  openGeofile,
  type WriteAbout,
  type WriteFormat,
  writeFormats,
  writeGeofile,
} from '@amtsweg/backend/geofiles/index.ts'
import type { Geometry } from '@amtsweg/backend/geometry/geometry.ts'
import { crs84 } from '@amtsweg/backend/geometry/reference-system.ts'
import { type Kind, madeFeatures, madeFields } from './geofiles-made.ts'

export const madeAbout: WriteAbout = {
  title: 'Spielplätze & Bäume',
  attribution: 'Musterstadt, dl-de/by-2-0, https://example.org/',
  licence: {
    name: 'Datenlizenz Deutschland – Namensnennung – 2.0',
    uri: 'https://www.govdata.de/dl-de/by-2-0',
  },
  source: 'https://example.org/',
  system: crs84,
  fields: madeFields,
  writtenAt: '2026-11-30T20:00:00.000Z',
}

const at = (geometry: Geometry) => (geometry.type === 'Point' ? geometry.coordinates : [])
type Made = ReturnType<typeof madeFeatures> extends Generator<infer One> ? One : never

/** Formats that we only read, written as simply as can be. */
const texts = {
  geojsonseq: ['', (feature: Made) => `\u001e${JSON.stringify({ type: 'Feature', ...feature })}\n`, ''],
  kml: [
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    ({ geometry, properties }: Made) =>
      `<Placemark><name>Baum ${String(properties['nummer'])}</name><Point><coordinates>${at(geometry).join(',')}</coordinates></Point></Placemark>\n`,
    '</Document></kml>',
  ],
  gpx: [
    '<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">',
    ({ geometry, properties }: Made) =>
      `<wpt lon="${at(geometry)[0]}" lat="${at(geometry)[1]}"><name>Baum ${String(properties['nummer'])}</name></wpt>\n`,
    '</gpx>',
  ],
  xplangml: [
    '<xplan:XPlanAuszug xmlns:xplan="http://www.xplanung.de/xplangml/6/0" xmlns:gml="http://www.opengis.net/gml/3.2">',
    ({ geometry, properties }: Made) =>
      `<gml:featureMember><xplan:BP_Plan gml:id="P${String(properties['nummer'])}"><xplan:name>Am Anger</xplan:name><xplan:raeumlicherGeltungsbereich><gml:Polygon srsName="EPSG:4326"><gml:exterior><gml:LinearRing><gml:posList>${(geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : triangleAt(at(geometry))).flat().join(' ')}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></xplan:raeumlicherGeltungsbereich></xplan:BP_Plan></gml:featureMember>\n`,
    '</xplan:XPlanAuszug>',
  ],
} as const satisfies Record<string, readonly [string, (feature: Made) => string, string]>

const triangleAt = ([x = 0, y = 0]: readonly number[]) => [
  [x, y],
  [x + 0.001, y],
  [x, y + 0.001],
  [x, y],
]

export const madeFormats = [
  ...(Object.keys(writeFormats) as WriteFormat[]),
  ...(Object.keys(texts) as (keyof typeof texts)[]),
]
type MadeFormat = (typeof madeFormats)[number]

/** What our simple writers of GPX and KML know are points. */
export const kindFor = (format: MadeFormat): Kind =>
  format === 'gpx' || format === 'kml' ? 'points' : 'areas'

/** A file of invented objects in any format that is read. */
export async function makeFile(format: MadeFormat, kind: Kind, count: number, path: string): Promise<void> {
  if (format in writeFormats) {
    const types = kind === 'points' ? { types: ['Point'] as const } : {}
    await writeGeofile(format as WriteFormat, madeFeatures(kind, count), { ...madeAbout, ...types }, path)
    return
  }
  const [head, line, end] = texts[format as keyof typeof texts]
  let text: string = head
  for (const feature of madeFeatures(kind, count)) text += line(feature)
  writeFileSync(path, text + end)
}

/** Turns, cuts, repeats and blanks bytes, as transfers and hostile hands do. */
function mutated(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes)
  const place = () => Math.floor(random() * copy.length)
  const what = Math.floor(random() * 6)
  if (what === 0) return copy.subarray(0, place())
  if (what === 1) return copy.fill(random() < 0.5 ? 0 : 0xff, place(), place())
  if (what === 2) return Buffer.concat([copy.subarray(0, place()), copy.subarray(place())])
  if (what === 3) copy.writeInt32LE(Math.floor((random() - 0.5) * 2 ** 32), Math.max(0, place() - 4))
  const times = what === 4 ? 1 : 20
  for (let turn = 0; turn < times; turn++) copy[place()] = Math.floor(random() * 256)
  return copy
}

/** Reads a file to its end; what is thrown is a fault of ours. */
export async function outcomeOf(path: string): Promise<'refused' | 'told' | 'read'> {
  const file = await openGeofile(path)
  if (isFinding(file)) return 'refused'
  try {
    return (await checkGeofile(file)).publishable ? 'read' : 'told'
  } finally {
    file.close()
  }
}

/** So many mutations of a file, each read; how they ended. Throws with the number of the one that was more than refused. */
export async function readMutations(
  bytes: Buffer,
  { count, random, folder }: { count: number; random: () => number; folder: string },
): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = { refused: 0, told: 0, read: 0 }
  for (let number = 1; number <= count; number++) {
    const path = join(folder, 'mutated')
    const content = mutated(bytes, random)
    writeFileSync(path, content)
    const outcome = await outcomeOf(path).catch((cause: unknown) => {
      throw new Error(`Mutation ${number} of ${content.length} bytes`, { cause })
    })
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    rmSync(path)
  }
  return outcomes
}
