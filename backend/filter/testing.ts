import { readFileSync } from 'node:fs'
import { openGeopackage } from '../geofiles/geopackage-reader.ts'
import { testFile } from '../import/testing.ts'
import type { Fields, FieldType } from './fields.ts'
import type { FilteredFeature } from './values.ts'

/** The test data of the OGC for CQL2, and what its abstract test suite expects of them. */
const folder = 'geodata/cql2'

export interface Expectation {
  readonly className: string
  readonly layer: string
  readonly predicate: string
  /** How many features of the layer match. */
  readonly count: number
}

/** Counts that the standard has wrong (opengeospatial/ogcapi-features, issue 1011): the file holds Chișinău, Chicago and Chengdu. */
export const corrected: Readonly<Record<string, number>> = {
  "ACCENTI(name) LIKE accenti('Ch%')": 3,
  "ACCENTI(CASEI(name)) LIKE accenti(casei('Chiș%'))": 1,
}

/** The right count. */
export const countOf = ({ predicate, count }: Expectation): number => corrected[predicate] ?? count

export const readExpectations = (): Expectation[] =>
  readFileSync(testFile(`${folder}/predicates.tsv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [className = '', , layer = '', predicate = '', count] = line.split('\t')
      return { className, layer, predicate, count: Number(count) }
    })

export interface Layer {
  readonly fields: Fields
  readonly features: readonly FilteredFeature[]
}

/** One layer of the GeoPackage with all its features. */
export async function readLayer(layer: string): Promise<Layer> {
  const file = openGeopackage(testFile(`${folder}/ne110m4cql2.gpkg`), { layer })
  try {
    const fields = file.fields.map(({ name, type }): [string, FieldType] => {
      if (type === 'date-time') return [name, 'timestamp']
      return [name, type === 'integer' ? 'number' : type]
    })
    const features: FilteredFeature[] = []
    for await (const feature of file.features()) features.push(feature)
    return { fields: new Map([...fields, ['geom', 'geometry']]), features }
  } finally {
    file.close()
  }
}
