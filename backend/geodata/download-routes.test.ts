import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type VersionWatch, watchVersion } from '../database/version-watch.ts'
import { isFinding, openGeofile } from '../geofiles/index.ts'
import { createApp } from '../http/app.ts'
import type { NewFeature } from './repository-versions.ts'
import { addTestCollection, point, publishTestVersion, type TestVersion } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let watch: VersionWatch

beforeEach(async () => {
  database = await openTestDatabase()
  watch = watchVersion(database)
  app = createApp({ database, watch })
  await addAuthority(database.db, 'musterstadt', '130760000000')
  await addTestCollection(database.db, { id: 'playgrounds', authority_id: 'musterstadt' })
})

const publish = async (features: readonly NewFeature[], options: TestVersion = {}) => {
  await publishTestVersion(database, 'playgrounds', features, options)
  await watch.look()
}
const ask = (path: string, headers: Record<string, string> = {}) => app.request(`/ogc${path}`, { headers })

/** A folder that is gone after the test. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'amtsweg-geodata-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}
const grid = (count: number) =>
  Array.from({ length: count }, (_, index) => point(`p${index}`, 11 + index / 10, 53))

describe('a whole collection in one file', () => {
  test.each(['geojson', 'geopackage', 'flatgeobuf', 'csv', 'shapefile'])(
    'as %s, which reads again to the same features',
    async (format) => {
      await publish(grid(12))
      const path = `/collections/playgrounds/download/${format}`
      const answer = await ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-disposition')).toContain('playgrounds.')
      const file = join(folder(), 'file')
      writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
      const read = await openGeofile(file, { folder: folder() })
      if (isFinding(read)) return expect.fail(read.words)
      const names: string[] = []
      for await (const { properties, geometry } of read.features())
        names.push(`${properties['name']} ${geometry?.type}`)
      read.close()
      // FlatGeobuf is in the order of its index.
      expect(names.sort()).toEqual(
        grid(12)
          .map(({ id }) => `${id} Point`)
          .sort(),
      )
      const again = { 'if-none-match': answer.headers.get('etag') ?? '' }
      expect((await ask(path, again)).status).toBe(304)
      await publish(grid(3))
      expect((await ask(path, again)).status).toBe(200)
    },
  )

  test('in a format that there is not, or of a collection that there is not', async () => {
    await publish(grid(1))
    expect((await ask('/collections/playgrounds/download/dwg')).status).toBe(404)
    expect((await ask('/collections/playgrounds/download/__proto__')).status).toBe(404)
    expect((await ask('/collections/nowhere/download/csv')).status).toBe(404)
  })
})
