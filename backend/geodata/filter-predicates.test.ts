import { beforeAll, expect, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import { openTestDatabase } from '../database/testing.ts'
import { watchVersion } from '../database/version-watch.ts'
import { type Expression, parseText, toJson } from '../filter/index.ts'
import { countOf, readExpectations, readLayer } from '../filter/testing.ts'
import { createApp } from '../http/app.ts'
import { describeRegisters } from '../import/testing.ts'
import type { FieldType } from './collection.ts'
import { geometryName } from './read-filter.ts'
import { addTestCollection, publishTestVersion } from './testing.ts'

const types: Readonly<Record<string, FieldType>> = { text: 'string', timestamp: 'date-time' }

/** The suite calls the geometry `geom`. */
const ofOurs = (predicate: string): string => predicate.replaceAll(/\bgeom\b/g, geometryName)

const treeOf = (predicate: string): Expression => {
  const parsed = parseText(predicate)
  return 'tree' in parsed ? parsed.tree : expect.fail(parsed.fault.message)
}

describeRegisters('the predicates of the abstract test suite of CQL2, asked over HTTP', () => {
  let app: ReturnType<typeof createApp>
  const all = readExpectations()

  beforeAll(async () => {
    const database = await openTestDatabase()
    await addAuthority(database.db, 'musterstadt', '130760000000')
    for (const layer of new Set(all.map(({ layer }) => layer))) {
      const { fields, features } = await readLayer(layer)
      const properties = [...fields].filter(([name]) => name !== 'geom')
      await addTestCollection(database.db, { id: layer, authority_id: 'musterstadt' })
      await publishTestVersion(
        database,
        layer,
        features.map((feature, index) => ({ ...feature, id: String(index) })),
        { fields: properties.map(([name, type]) => ({ name, type: types[type] ?? (type as FieldType) })) },
      )
    }
    app = createApp({ database, watch: watchVersion(database) })
  })

  // The encodings have been compared for every predicate (backend/filter/predicates.test.ts).
  test.each([
    ['cql2-text', 1],
    ['cql2-json', 5],
  ])('give their counts in %s', async (lang, every) => {
    for (const expectation of all.filter((_, index) => index % every === 0)) {
      const predicate = ofOurs(expectation.predicate)
      const filter = lang === 'cql2-text' ? predicate : JSON.stringify(toJson(treeOf(predicate)))
      const query = new URLSearchParams({ filter, 'filter-lang': lang, limit: '1' })
      const answer = await app.request(`/ogc/collections/${expectation.layer}/items?${query}`)
      expect(await answer.json(), predicate).toMatchObject({ numberMatched: countOf(expectation) })
    }
  })
})
