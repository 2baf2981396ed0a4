import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { boundariesGeojson } from './import-boundaries.ts'
import { gv100ad } from './import-gv100ad.ts'
import { placeNames } from './import-places.ts'
import { postcodeAreas } from './import-postcodes.ts'
import { areaChanges } from './import-successors.ts'
import { rebuildPlaceTerms } from './repository-terms.ts'

/** A record of the register: Satzart, key of the level, name, type, and what Gemeinden have besides. */
export interface RecordParts {
  readonly kind: '10' | '20' | '30' | '40' | '50' | '60'
  readonly key: string
  readonly verband?: string
  readonly name: string
  readonly seat?: string
  readonly type?: string
  readonly population?: number
  readonly postcode?: string
  readonly date?: string
}

/** Writes a record in the fixed columns of GV100AD. */
export function registerRecord(parts: RecordParts): string {
  const { kind, key, verband = '', name, seat = '', type = '' } = parts
  const { population, postcode = '', date = '20231130' } = parts
  const people = population === undefined ? ''.padEnd(11) : String(population).padStart(11, '0')
  return [
    kind + date + key.padEnd(8) + verband.padEnd(4) + name.padEnd(50) + seat.padEnd(50) + type.padEnd(2),
    ''.padEnd(15) + people + ''.padEnd(15) + postcode.padEnd(5),
  ]
    .join('')
    .padEnd(220)
}

/** Gemeinden, by Verband: AGS, name, type, population and postcode of the seat. */
type Gemeinde = readonly [ags: string, name: string, type: string, population: number, postcode?: string]

const verbaende: readonly (readonly [key: string, name: string, type: string, ...Gemeinden: Gemeinde[]])[] = [
  ['130009999', 'Küstengewässer', '50', ['13000999', 'Küstengewässer einschl. Anteil am Festlandsockel', '66', 0]],
  ['130030000', 'Rostock, Hanse- und Universitätsstadt', '50', ['13003000', 'Rostock, Hanse- und Universitätsstadt', '61', 209_920, '18055']],
  ['130725254', 'Gnoien', '51', ['13072035', 'Gnoien, Warbelstadt', '63', 2_800, '17179'], ['13072111', 'Walkendorf', '64', 1_054, '17179']],
  ['130755553', 'Anklam-Land', '51', ['13075101', 'Neuenkirchen', '64', 226, '17392']],
  ['130755555', 'Landhagen', '51', ['13075102', 'Neuenkirchen', '64', 2_418, '17498'], ['13075050', 'Hinrichshagen', '64', 959, '17498']],
  ['130760060', 'Hagenow, Stadt', '50', ['13076060', 'Hagenow, Stadt', '63', 12_399, '19230']],
  ['130765658', 'Hagenow-Land', '51', ['13076004', 'Bandenitz', '64', 513, '19230'], ['13076169', 'Toddin', '64', 1_300, '19230']],
  ['130765659', 'Ludwigslust-Land', '51', ['13076001', 'Alt Krenzlin', '64', 745, '19288']],
] // prettier-ignore

const kreise: readonly (readonly [key: string, name: string, type: string])[] = [
  ['13003', 'Rostock', '41'],
  ['13072', 'Landkreis Rostock', '44'],
  ['13075', 'Vorpommern-Greifswald', '44'],
  ['13076', 'Ludwigslust-Parchim', '44'],
]

/** A register of one Land with what matters: a kreisfreie Stadt, Aemter, an amtsfreie Gemeinde, namesakes, uninhabited water. */
export const registerRecords = (date = '20231130'): readonly RecordParts[] => [
  { kind: '10', key: '13', name: 'Mecklenburg-Vorpommern', seat: 'Schwerin', date },
  ...kreise.map(([key, name, type]) => ({ kind: '40' as const, key, name, type, seat: 'Sitz', date })),
  ...verbaende.flatMap(([key, name, type, ...gemeinden]) => [
    { kind: '50' as const, key: key.slice(0, 5), verband: key.slice(5), name, type, date },
    ...gemeinden.map(([ags, title, kind, population, postcode = '']) => ({
      ...{ kind: '60' as const, key: ags, verband: key.slice(5), name: title, type: kind },
      ...{ population, postcode, date },
    })),
  ]),
]

export const registerText = (records: readonly RecordParts[] = registerRecords()): string =>
  records.map((record) => `${registerRecord(record)}\n`).join('')

/** A square outline around a point, in the manner of the maps. */
export const square = (ars: string, name: string, lon: number, lat: number, half = 0.1) => ({
  type: 'Feature',
  properties: { RS: ars, GEN: name, BEZ: 'Gemeinde' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [lon - half, lat - half],
        [lon + half, lat - half],
        [lon + half, lat + half],
        [lon - half, lat + half],
        [lon - half, lat - half],
      ],
    ],
  },
})

export const collection = (...features: readonly object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features })

/** Boddin, dissolved, as the map of 2016 shows it; three Gemeinden in a row; and water without people. */
export const oldMap = collection(
  square('130725254016', 'Boddin', 12.6, 53.9),
  square('130725254111', 'Walkendorf', 12.8, 53.9),
  square('130765659001', 'Alt Krenzlin', 11.3, 53.3),
  square('130760060060', 'Hagenow', 11.1, 53.4),
  square('130009999999', 'Küstengewässer', 11.5, 54.3),
)

const postcodes = `plz,ags,ort
18055,13003000,Rostock
17179,13072035,Gnoien
17179,13072016,Boddin
17392,13075101,Neuenkirchen
17498,13075102,Neuenkirchen
17498,13075050,Hinrichshagen
19230,13076060,Hagenow
19230,13076004,Bandenitz
19230,13076169,Toddin
19288,13076001,Alt Krenzlin
`

const villages = `ort,plz,lat,lon,ags,gemeinde
Loosen,19288,53.31,11.32,13076001,Alt Krenzlin
Alt Krenzlin,19288,53.3,11.3,13076001,Alt Krenzlin
Dorotheenwalde,17179,53.9,12.6,13072016,Boddin
Boddin,17179,53.9,12.6,13072016,Boddin
Mühlenbeck,19230,53.4,11.1,13076060,Hagenow
`

const changes = `ags_2016,name_2016,ags_2021,name_2021,anteil_punkte
13072016,Boddin,13072111,Walkendorf,0.96
`

/** A database with a small Land: register, old map, one merger, postcodes and villages. */
export async function openPlaces(): Promise<OpenDatabase> {
  const database = await openTestDatabase()
  await importTestPlaces(database)
  return database
}

/** The same for a database that is there. */
export async function importTestPlaces({ db }: Pick<OpenDatabase, 'db'>): Promise<void> {
  const files = [
    { profile: gv100ad, content: registerText() },
    { profile: boundariesGeojson, content: oldMap, name: 'vg250-2016-01-01-test.geojson' },
    { profile: areaChanges, content: changes },
    { profile: postcodeAreas, content: postcodes },
    { profile: placeNames, content: villages },
  ]
  for (const file of files) await importContent(db, file)
  await db.transaction().execute(rebuildPlaceTerms)
}
