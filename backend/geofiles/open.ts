import { accessSync, constants, createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ImportError, unpack } from '../import/index.ts'
import { openArchive } from './archive.ts'
import { type Aside, makeAside } from './aside.ts'
import { openCsv } from './csv-reader.ts'
import { type Finding, GeofileError, toFinding } from './finding.ts'
import { openFlatgeobuf } from './flatgeobuf-reader.ts'
import type { Geofile, OpenOptions } from './geofile.ts'
import { openGeojson } from './geojson-reader.ts'
import { openGeopackage } from './geopackage-reader.ts'
import { openGpx } from './gpx-reader.ts'
import { openKml } from './kml-reader.ts'
import { recognise } from './recognise.ts'
import { xmlRoot } from './xml-records.ts'
import { openXplangml } from './xplangml-reader.ts'

const mostMegabytes = 2048
const nothing = () => undefined

/**
 * Opens a file of geodata, whatever its name says, and reads what it declares of itself. A finding instead tells in German
 * why nothing of it can be read. Whoever gets a file closes it.
 */
export async function openGeofile(path: string, options: OpenOptions = {}): Promise<Geofile | Finding> {
  try {
    accessSync(path, constants.R_OK)
    return await open(path, options)
  } catch (cause) {
    if (cause instanceof GeofileError) return toFinding(cause.fault)
    if (cause instanceof Error && 'code' in cause) return toFinding({ code: 'file-unreadable' })
    throw cause
  }
}

/** Whether opening a file found why it cannot be read. */
export const isFinding = (opened: Geofile | Finding): opened is Finding => 'severity' in opened

async function open(path: string, options: OpenOptions): Promise<Geofile> {
  const { kind, head } = recognise(path)
  if (kind === 'empty') throw new GeofileError('file-empty')
  if (kind === 'gzip') return inAside(options, (aside) => openUnpacked(path, aside, options))
  if (kind === 'sqlite') return openGeopackage(path, options)
  if (kind === 'json') return { ...(await openGeojson(path)), close: nothing }
  if (kind === 'zip')
    return inAside(options, ({ folder }) =>
      openArchive(path, folder, options, (part) => openPart(part, options)),
    )
  if (kind === 'table') return { ...(await openCsv(path, head)), close: nothing }
  if (kind === 'flatgeobuf') return { ...openFlatgeobuf(path), close: nothing }
  if (kind === 'xml') return { ...(await openXml(path)), close: nothing }
  throw new GeofileError(kind === 'shapefile-part' ? 'shapefile-alone' : 'format-unknown')
}

async function openXml(path: string): Promise<Omit<Geofile, 'close'>> {
  const { name } = await xmlRoot(path)
  if (name === 'kml') return openKml(path)
  if (name === 'gpx') return openGpx(path)
  if (name === 'XPlanAuszug') return openXplangml(path)
  throw new GeofileError('format-unknown')
}

/** What lies in a ZIP is a file by itself, but for another ZIP: they could go on for ever. */
async function openPart(path: string, options: OpenOptions): Promise<Geofile> {
  const { kind } = recognise(path)
  if (kind === 'zip' || kind === 'gzip') throw new GeofileError('zip-empty')
  return open(path, options)
}

/** Opens what lies in a folder of its own, which goes when the file is closed, or was none. */
async function inAside(
  options: OpenOptions,
  work: (aside: Aside) => Promise<Omit<Geofile, 'close'> & { close?: () => void }>,
): Promise<Geofile> {
  const aside = makeAside(options.folder)
  try {
    const file = await work(aside)
    const close = () => {
      file.close?.()
      aside.remove()
    }
    return { ...file, close }
  } catch (cause) {
    aside.remove()
    throw cause
  }
}

async function openUnpacked(path: string, aside: Aside, options: OpenOptions): Promise<Geofile> {
  const target = join(aside.folder, 'unpacked')
  try {
    await pipeline(unpack(createReadStream(path)), createWriteStream(target))
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw cause
    const bomb = /times its size|larger than/.test(cause.message)
    throw new GeofileError(
      bomb ? 'file-too-large' : 'file-truncated',
      bomb ? { megabytes: mostMegabytes } : {},
      cause,
    )
  }
  return open(target, options)
}
