import { basename } from 'node:path'
import { feature } from 'topojson-client'
import type { Source } from '@amtsweg/contract'
import { ImportError, type ImportFile, type ImportProfile } from '../import/index.ts'
import { importOutlines } from './import-outlines.ts'
import { ownOutlines } from './import-own-sources.ts'

/** Where nobody says otherwise: an unnamed outline yields to every official map. */
const unknownScale = 10_000_000

/** Outlines as GeoJSON. */
export const boundariesGeojson: ImportProfile = profile(
  'boundaries-geojson',
  'Outlines of areas (GeoJSON, WGS 84, properties ARS or RS and GEN)',
  function* (file) {
    const { type, features } = (file.json() ?? {}) as { type?: unknown; features?: unknown }
    if (type !== 'FeatureCollection' || !Array.isArray(features))
      throw new ImportError('boundaries-geojson: the file is no FeatureCollection')
    yield* features
  },
)

/** Outlines as TopoJSON, every object of it. */
export const boundariesTopojson: ImportProfile = profile(
  'boundaries-topojson',
  'Outlines of areas (TopoJSON, WGS 84, properties ARS or RS and GEN)',
  function* (file) {
    const topology = (file.json() ?? {}) as Topology
    if (topology.type !== 'Topology' || !topology.objects)
      throw new ImportError('boundaries-topojson: the file is no Topology')
    for (const object of Object.values(topology.objects))
      // One at a time: all outlines at once would be many times the size of the file.
      for (const geometry of geometriesOf(object)) yield unpack(topology, geometry)
  },
)

type Topology = Parameters<typeof feature>[0]

function geometriesOf(object: unknown): readonly unknown[] {
  const { type, geometries } = (object ?? {}) as { type?: unknown; geometries?: unknown }
  return type === 'GeometryCollection' && Array.isArray(geometries) ? geometries : [object]
}

function unpack(topology: Topology, geometry: unknown): unknown {
  try {
    return feature(topology, geometry as never)
  } catch (cause) {
    throw new ImportError('boundaries-topojson: a geometry is damaged or names arcs that are not there', {
      cause,
    })
  }
}

function profile(
  name: string,
  summary: string,
  read: (file: ImportFile) => Generator<unknown>,
): ImportProfile {
  return {
    name,
    summary,
    touches: ['places'],
    source: { id: 'boundaries', name: 'Grenzen', invented: false },
    describe: describeMap,
    run: async (file, context) => importOutlines(read(file), scaleOf(file.path), context),
  }
}

/** A map of the BKG tells scale and day by its name: vg250-2016-01-01-mv-gemeinden.geojson.gz. */
const mapName = /vg(\d+)-(\d{4})-(\d\d-\d\d)(?:.*(-simplified))?/i

function describeMap(file: ImportFile): Partial<Source> {
  const [, scale, year = '', day, simplified = ''] = mapName.exec(basename(file.path)) ?? []
  if (!scale) return basename(file.path) === 'outlines.geojson' ? ownOutlines : {}
  const licence =
    Number(year) < 2018
      ? { licence: 'GeoNutzV', licenceUrl: 'https://www.gesetze-im-internet.de/geonutzv/' }
      : {
          licence: 'Datenlizenz Deutschland Namensnennung 2.0',
          licenceUrl: 'https://www.govdata.de/dl-de/by-2-0',
        }
  return {
    id: `bkg-vg${scale}-${year}-${day}${simplified}`,
    name: `Verwaltungsgebiete 1:${scale} 000 (VG${scale}), Stand ${year}-${day}`,
    publisher: 'Bundesamt für Kartographie und Geodäsie',
    ...licence,
    url: 'https://gdz.bkg.bund.de',
    attribution: `© GeoBasis-DE / BKG ${year} (Daten verändert)`,
    asOf: `${year}-${day}`,
  }
}

function scaleOf(path: string): number {
  const [, scale, , , simplified] = mapName.exec(basename(path)) ?? []
  if (!scale) return unknownScale
  return Number(scale) * (simplified ? 4_000 : 1_000)
}
