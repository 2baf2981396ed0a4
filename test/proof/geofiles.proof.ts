import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  checkGeofile,
  isFinding,
  openGeofile,
  type WriteFormat,
  writeFormats,
  writeGeofile,
} from '@amtsweg/backend/geofiles/index.ts'
import { sparing } from '@amtsweg/backend/sparing.ts'
import { type Kind, madeFeatures } from '../geofiles-made.ts'
import { kindFor, madeAbout, madeFormats, makeFile, readMutations } from '../geofiles-mutated.ts'
import { createRandom } from '../random.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** Reads and writes 200,000 points of each format within 250 MB, takes 20,000 polygons to GDAL and back, and reads thousands of mutated files. */
const { values } = parseArgs({
  options: {
    points: { type: 'string', default: '200000' },
    polygons: { type: 'string', default: '20000' },
    mutations: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    // What a process of its own is to do, whose memory is then told.
    read: { type: 'string' },
    write: { type: 'string' },
    path: { type: 'string' },
  },
})
const points = Number(values.points)
const mostMegabytes = 250
const path = values.path ?? ''

if (values.read) await read()
else if (values.write)
  await writeGeofile(
    values.write as WriteFormat,
    madeFeatures('points', points),
    { ...madeAbout, types: ['Point'] },
    path,
  )
else await prove()
if (values.read || values.write) console.log(Math.round(process.resourceUsage().maxRSS / 1024))

async function read(): Promise<void> {
  const file = await openGeofile(path)
  if (isFinding(file)) throw new Error(file.code)
  const { count, withGeometry, findings } = await checkGeofile(file)
  file.close()
  const grave = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  if (count !== points || withGeometry !== points || grave.length > 0)
    throw new Error(`${count} of ${points} objects, ${withGeometry} with geometry, ${grave.join(', ')}`)
}

function own(...args: readonly string[]) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...sparing, import.meta.filename, '--points', String(points), ...args],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  const megabytes = Number(stdout.trim())
  if (megabytes > mostMegabytes) throw new Error(`${args.join(' ')} took ${megabytes} MB.`)
  return { megabytes, seconds: ((performance.now() - began) / 1000).toFixed(1) }
}

async function prove(): Promise<void> {
  const folder = temporaryFolder()
  console.log(
    `${points} points, each in a process of its own; most memory in MB (limit ${mostMegabytes}), seconds, size of the file in MB`,
  )
  for (const format of madeFormats) {
    const made = join(folder, 'made')
    const written =
      format in writeFormats
        ? own('--write', format, '--path', made)
        : await makeFile(format, 'points', points, made)
    const { megabytes, seconds } = own('--read', format, '--path', made)
    const write = written ? `   write ${written.megabytes} MB, ${written.seconds} s` : ''
    console.log(
      `  ${format.padEnd(12)} read ${megabytes} MB, ${seconds} s, file ${Math.round(statSync(made).size / 1e6)} MB${write}`,
    )
    rmSync(made)
  }
  if (spawnSync('ogr2ogr', ['--version']).status === 0)
    for (const kind of ['areas', 'lines', 'heights'] as const)
      throughGdal(
        kind,
        await Promise.all(
          (['geopackage', 'flatgeobuf', 'geojson'] as const).map((format) => roundTrip(format, kind, folder)),
        ),
      )
  else console.log('GDAL is missing: no round trips (apt-get install gdal-bin)')
  await mutate(folder)
}

function throughGdal(kind: Kind, counts: readonly number[]): void {
  console.log(
    `GDAL read and wrote ${values.polygons} ${kind} of geopackage, flatgeobuf, geojson: ${counts.join(', ')} came back to the same coordinates`,
  )
}

/** Ours to GDAL, GDAL's to us: coordinates by number of the object. */
async function roundTrip(format: WriteFormat, kind: Kind, folder: string): Promise<number> {
  const count = Number(values.polygons)
  const { ending } = writeFormats[format]
  const [there, back] = [`there-${kind}${ending}`, `back-${kind}${ending}`].map((name) =>
    join(folder, name),
  ) as [string, string]
  await writeGeofile(format, madeFeatures(kind, count), madeAbout, there)
  const drivers: Readonly<Record<string, string>> = {
    geopackage: 'GPKG',
    flatgeobuf: 'FlatGeobuf',
    geojson: 'GeoJSON',
  }
  const { status, stderr } = spawnSync(
    'ogr2ogr',
    [
      '-f',
      drivers[format] ?? '',
      back,
      there,
      ...(format === 'geojson' ? ['-lco', 'COORDINATE_PRECISION=15'] : []),
    ],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  const file = await openGeofile(back)
  if (isFinding(file)) throw new Error(file.code)
  const found = new Map<unknown, string>()
  for await (const { geometry, properties } of file.features())
    found.set(properties['nummer'], JSON.stringify(geometry))
  file.close()
  for (const { geometry, properties } of madeFeatures(kind, count))
    if (found.get(properties['nummer']) !== JSON.stringify(geometry))
      throw new Error(`${format}: ${kind} ${String(properties['nummer'])} came back otherwise.`)
  return found.size
}

async function mutate(folder: string): Promise<void> {
  console.log(`${values.mutations} mutations of each format, seed ${values.seed}`)
  const random = createRandom(Number(values.seed))
  for (const format of madeFormats) {
    const made = join(folder, 'made')
    await makeFile(format, kindFor(format), 30, made)
    const bytes = readFileSync(made)
    rmSync(made)
    const outcomes = await readMutations(bytes, { count: Number(values.mutations), random, folder })
    console.log(
      `  ${format.padEnd(12)} ${Object.entries(outcomes)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}, 0 anything else`,
    )
  }
}
