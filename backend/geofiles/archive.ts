import { GeofileError } from './finding.ts'
import type { Geofile, OpenOptions } from './geofile.ts'
import { chooseLayer } from './layers.ts'
import { openShapefile, type ShapefileParts } from './shapefile-reader.ts'
import { withZip, type ZipEntry } from './zip-reader.ts'

type Inside = Omit<Geofile, 'close'>

/** Files that may lie in a ZIP by themselves: a KMZ, or what somebody packed to send it. */
const others = new Set([
  '.gpkg',
  '.geojson',
  '.json',
  '.geojsonl',
  '.kml',
  '.gpx',
  '.fgb',
  '.csv',
  '.txt',
  '.gml',
  '.xml',
])

/** What lies in a ZIP file: a Shapefile (each is a layer), or one other file. It is unpacked into the folder. */
export const openArchive = (
  path: string,
  folder: string,
  options: OpenOptions,
  openOther: (path: string) => Promise<Geofile>,
): Promise<Inside & { close?: () => void }> =>
  withZip<Inside & { close?: () => void }>(path, async (entries, unpack) => {
    const shapes = entries.filter(({ ending }) => ending === '.shp')
    if (shapes.length > 0) return shapefile(entries, shapes, options, (entry) => unpack(entry, folder))
    const files = entries.filter(({ ending }) => others.has(ending))
    // A KMZ begins with doc.kml, which may only point to the layers beside it.
    const linked = files.filter(({ name }) => name !== 'doc.kml')
    const [first, ...more] =
      linked.length > 0 && linked.every(({ ending }) => ending === '.kml') ? linked : files
    const names = [first, ...more].map((entry) => entry?.name).join(', ')
    if (!first) {
      if (entries.some(({ ending }) => ending === '.dbf'))
        throw new GeofileError('shapefile-part-missing', { part: '.shp' })
      throw new GeofileError('zip-empty')
    }
    if (more.length > 0) throw new GeofileError('zip-several', { names })
    return openOther(await unpack(first, folder))
  })

async function shapefile(
  entries: readonly ZipEntry[],
  shapes: readonly ZipEntry[],
  options: OpenOptions,
  unpack: (entry: ZipEntry) => Promise<string>,
): Promise<Inside> {
  const layers = shapes.map(({ stem }) => ({ name: stem }))
  const { layer, faults } = chooseLayer(layers, options.layer)
  const shape = shapes.find(({ stem }) => stem === layer) as ZipEntry
  const part = async (ending: string): Promise<Record<string, string>> => {
    const entry = entries.find(
      (one) => one.ending === ending && one.stem.toLowerCase() === shape.stem.toLowerCase(),
    )
    return entry ? { [ending.slice(1)]: await unpack(entry) } : {}
  }
  const parts: ShapefileParts = {
    name: layer,
    shp: await unpack(shape),
    ...(await part('.dbf')),
    ...(await part('.prj')),
    ...(await part('.cpg')),
  }
  const file = openShapefile(parts)
  return { ...file, layers, faults: [...faults, ...file.faults] }
}
