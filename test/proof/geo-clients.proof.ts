import { parseArgs } from 'node:util'
import { addAuthority } from '@amtsweg/backend/access/testing.ts'
import { migrate, openDatabase } from '@amtsweg/backend/database/database.ts'
import { changedByGdal, deviations, publish } from '../conformance/geo-checks.ts'
import { ogrinfo, walkByOwslib } from '../conformance/geo-clients.ts'
import { scatteredOutlines, scatteredPoints } from '../conformance/scattered.ts'
import { serve } from '../conformance/town.ts'
import { missingGeo } from '../optional-geo.ts'

/** Real clients read our server: GDAL 20,000 outlines, PROJ compares 1,000 points in every system, OWSLib walks. */
const { values } = parseArgs({
  options: {
    outlines: { type: 'string', default: '20000' },
    points: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
})
const missing = missingGeo(['gdal', 'proj', 'owslib'])
if (missing.length > 0) {
  console.log(`Left out: apt-get install ${missing.join(' ')}`)
  process.exit(0)
}
const seed = Number(values.seed)
const outlines = scatteredOutlines(Number(values.outlines), seed)
const points = scatteredPoints(Number(values.points), seed)
const database = openDatabase('sqlite::memory:')
await migrate(database.db)
await addAuthority(database.db, 'musterstadt', '130760000000')
await publish(database, 'blocks', 'musterstadt', outlines)
await publish(database, 'places', 'musterstadt', points)
const address = await serve(database)

const wrong: string[] = []
const began = performance.now()
const changed = await changedByGdal(address, 'blocks', outlines)
const seconds = ((performance.now() - began) / 1000).toFixed(1)
console.log(
  `GDAL reads ${outlines.length} outlines in ${seconds} s, ${changed.length} of them changed (seed ${seed})`,
)
wrong.push(...changed.slice(0, 5).map((id) => `GDAL reads ${id} otherwise`))
if (!(await ogrinfo(address, 'blocks')).includes(`Feature Count: ${outlines.length}`))
  wrong.push('ogrinfo counts otherwise')

for (const { system, metres, points: compared, contentCrs } of await deviations(address, 'places', points)) {
  console.log(
    `${system}: ${compared} points, at most ${(metres * 1000).toFixed(4)} mm from PROJ, Content-Crs ${contentCrs.join()}`,
  )
  if (!(metres < 0.001)) wrong.push(`${system} is ${metres} m off`)
}

const { matched, collections } = await walkByOwslib(address, 'blocks')
console.log(`OWSLib finds ${collections.length} collections, ${matched} outlines`)
if (matched !== outlines.length) wrong.push('OWSLib counts otherwise')

for (const one of wrong) console.error(one)
console.log(`${wrong.length === 0 ? 'Proved' : 'Not proved'}: real clients read what was published`)
process.exit(wrong.length === 0 ? 0 : 1)
