import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvText } from './csv-writer.ts'
import { writeFlatgeobuf } from './flatgeobuf-writer.ts'
import { gathered } from './gathered.ts'
import { geojsonText } from './geojson-writer.ts'
import { writeGeopackage } from './geopackage-writer.ts'
import { writeShapefile } from './shapefile-writer.ts'
import type { Features, WriteAbout, WriteFormat, WriteReport } from './written.ts'

/** Writes a file of geodata at a path where nothing is yet. Objects are taken one at a time. Throws GeofileError where the format cannot hold them. */
export async function writeGeofile(
  format: WriteFormat,
  features: Features,
  about: WriteAbout,
  path: string,
): Promise<WriteReport> {
  if (format === 'geopackage') return writeGeopackage(features, about, path)
  if (format === 'flatgeobuf') return writeFlatgeobuf(features, about, path)
  if (format === 'shapefile') return writeShapefile(features, about, path)
  let count = 0
  const counted = async function* () {
    for await (const feature of features) {
      count += 1
      yield feature
    }
  }
  const text = format === 'csv' ? csvText : geojsonText
  await pipeline(Readable.from(gathered(bytes(text(counted(), about)))), createWriteStream(path))
  return { count, findings: [] }
}

async function* bytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array, void> {
  for await (const text of texts) yield Buffer.from(text)
}
