import { existsSync, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { openDatabase } from '@amtsweg/backend/database/database.ts'
import { writeItemCursor } from '@amtsweg/backend/geodata/item-cursor.ts'
import { featuresById, featuresMeeting } from '@amtsweg/backend/geodata/repository-features.ts'
import { intersectsBox } from '@amtsweg/backend/geometry/relate.ts'
import { startMapServer } from '../conformance/mapserver.ts'
import { createRandom } from '../random.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { extent, fillDatabase, fillGeoPackage } from './geodata-data.ts'
import { median, startTarget, stopTarget, type Target } from './load.ts'

// Server CPU per request of OGC API Features on 200,000 points and 20,000 polygons, beside MapServer 8 where it is installed: the
// same data, the same questions, in alternating rounds. No answer comes from memory, as none may be kept without a public address; nothing is packed.
// MapServer runs as CGI: what a start of it costs is measured by its landing page, and taken off.
const root = join(import.meta.dirname, '..', '..')
const rounds = 3
const folder = temporaryFolder()
const databaseUrl = `sqlite:${join(folder, 'geodata.sqlite')}`

console.log('Writing 200,000 points and 20,000 polygons …')
const begun = performance.now()
const versions = await fillDatabase(databaseUrl)
console.log(`  ${((performance.now() - begun) / 1_000).toFixed(1)} s`)

const random = createRandom(20261130)
const between = (from: number, to: number) => from + random() * (to - from)
const box = (width: number) => {
  const [x, y] = [between(extent.west, extent.east - width), between(extent.south, extent.north - width)]
  return [x, y, x + width, y + width].map((value) => value.toFixed(6)).join(',')
}
const anyOf = (count: number) => 1 + Math.floor(random() * count)

/** A kind of question: to us, to MapServer, and the goal in milliseconds of CPU. */
interface Kind {
  readonly name: string
  readonly layer: 'points' | 'polygons'
  readonly ours: () => string
  /** Left out where MapServer does not answer it. */
  readonly theirs?: (ours: string) => string
  readonly goal: number
}
const items = (layer: string, query: string) => `/collections/${layer}/items?f=json&${query}`
const cursorAt = (id: number) =>
  writeItemCursor({ versionId: versions.points, id, direction: 'after' }, 'points\n[]')
let deep = 0
const kinds: readonly Kind[] = [
  {
    name: 'bbox, 100 polygons',
    layer: 'polygons',
    ours: () => items('polygons', `limit=100&bbox=${box(0.09)}`),
    theirs: (ours) => ours,
    goal: 2,
  },
  {
    name: 'bbox, 100 of some 600 points',
    layer: 'points',
    ours: () => items('points', `limit=100&bbox=${box(0.07)}`),
    theirs: (ours) => ours,
    goal: 2,
  },
  {
    name: 'first page of 10',
    layer: 'points',
    ours: () => items('points', 'limit=10'),
    theirs: (ours) => ours,
    goal: 0.8,
  },
  {
    name: 'one feature',
    layer: 'points',
    ours: () => `/collections/points/items/${anyOf(200_000)}?f=json`,
    goal: 0.5,
  },
  {
    name: 'deep page of 10',
    layer: 'points',
    ours: () => items('points', `limit=10&cursor=${cursorAt(100_000 + (deep += 7))}`),
    goal: 1,
  },
]

const agent = new Agent({ keepAlive: true, maxSockets: 4 })
const ask = (url: string) =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume()
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode} for ${url}`)),
      )
    }).once('error', reject)
  })
async function askAll(root: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) await ask(root + address)
}

/** Fields of /proc/<pid>/stat behind the name of the program, in hundredths of a second. */
const statOf = (pid: number | string) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').map(Number) ?? []
const ownTime = (pid: number | undefined) => ((statOf(pid ?? 0)[11] ?? 0) + (statOf(pid ?? 0)[12] ?? 0)) * 10
/** What children of this process that have ended took. */
const childrensTime = () => ((statOf('self')[13] ?? 0) + (statOf('self')[14] ?? 0)) * 10

const server: Target = await startTarget('amtsweg', [join(root, 'backend', 'main.ts')], {
  ...{ DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1', AMTSWEG_DEMO: 'off' },
})
const isThere = existsSync('/usr/bin/mapserv') || existsSync('/usr/lib/cgi-bin/mapserv')
const mapServers = isThere
  ? {
      points: await startMapServer('points', fillGeoPackage(folder, 'points')),
      polygons: await startMapServer('polygons', fillGeoPackage(folder, 'polygons')),
    }
  : undefined
if (!isThere) console.log('MapServer is not installed: nothing to compare with.')

const mean = async (time: () => number, count: number, work: () => Promise<void>) => {
  const before = time()
  await work()
  return (time() - before) / count
}
const times = <Item>(count: number, make: () => Item) => Array.from({ length: count }, make)
const theirCount = 8
const start = mapServers
  ? await mean(childrensTime, theirCount, () =>
      askAll(
        mapServers.points.address,
        times(theirCount, () => '/?f=json'),
      ),
    )
  : 0

console.log('\nServer CPU in ms per request, median of 3 alternating rounds\n')
console.log('| question | goal | Amtsweg | MapServer | of it, beyond its start | ratio |')
console.log('|---|--:|--:|--:|--:|--:|')
await askAll(
  `${server.origin}/ogc`,
  times(300, () => (kinds[1] as Kind).ours()),
)
for (const { name, layer, ours, theirs, goal } of kinds) {
  const ourRounds: number[] = []
  const theirRounds: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const questions = times(400, ours)
    ourRounds.push(
      await mean(
        () => ownTime(server.process.pid),
        questions.length,
        () => askAll(`${server.origin}/ogc`, questions),
      ),
    )
    if (mapServers && theirs) {
      const same = questions.slice(0, theirCount).map(theirs)
      theirRounds.push(await mean(childrensTime, theirCount, () => askAll(mapServers[layer].address, same)))
    }
  }
  const [our, their] = [median(ourRounds), median(theirRounds)]
  const beyond = their - start
  const compared =
    mapServers && theirs
      ? `${their.toFixed(1)} | ${beyond.toFixed(1)} | ${(beyond / our).toFixed(1)}`
      : '- | - | -'
  console.log(`| ${name} | ${goal} | ${our.toFixed(2)} | ${compared} |`)
}
if (mapServers) console.log(`\nA start of MapServer takes ${start.toFixed(1)} ms.`)
await stopTarget(server)

const database = openDatabase(databaseUrl)
const looks = 2_000
const places = times(
  looks,
  () => [between(extent.west, extent.east), between(extent.south, extent.north)] as const,
)
let hits = 0
const usage = process.cpuUsage()
for (const [minX, minY] of places) {
  const here = { minX, minY, maxX: minX, maxY: minY }
  const candidates = await featuresMeeting(database.db, versions.polygons, here)
  const ids = candidates.map(({ id }) => id)
  const found = ids.length > 0 ? await featuresById(database.db, ids) : []
  hits += found.filter(
    ({ geometry }) => geometry && intersectsBox(JSON.parse(geometry) as never, here),
  ).length
}
const { user, system } = process.cpuUsage(usage)
console.log(
  `\nPoint in polygon: ${((user + system) / looks).toFixed(0)} µs (goal 60), ${hits} hits at ${looks} points`,
)
await database.close()
process.exit(0)
