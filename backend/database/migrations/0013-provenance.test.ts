import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

test('what a town has added before stays, as an addition nobody has signed', async () => {
  const { db } = openDatabase('sqlite::memory:')
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo('0007-executing-tiers')
  await sql`insert into source (id, name, invented, imported_at) values ('s', 'S', 0, '2026-01-01')`.execute(
    db,
  )
  await sql`insert into service (id, scheme_agency_id, scheme_id, value, public, citizen, business, richness, source_id)
    values ('hund', 'a', 'b', 'c', 1, 1, 0, 0, 's')`.execute(db)
  await sql`insert into service_supplement (id, service_id, region_key, lang, code, html, content, source_id)
    values ('x', 'hund', '13', 'de', '06', '<p>Ja</p>', '[]', 's')`.execute(db)
  const { error } = await migrator.migrateToLatest()
  expect(error).toBeUndefined()
  const kept = await db.selectFrom('service_supplement').selectAll().execute()
  expect(kept).toMatchObject([
    { id: 'x', service_id: 'hund', mode: 'addition', author: null, updated_at: null },
  ])
})
