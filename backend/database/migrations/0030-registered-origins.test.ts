import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { findAuthority } from '../../access/index.ts'
import { openDatabase } from '../database.ts'
import { migrations } from './index.ts'

test('a website that was registered before may use everything, as before', async () => {
  const { db } = openDatabase('sqlite::memory:')
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo('0028-shared-rates')
  await sql`insert into authority (id, region_key, names, languages, holidays_land, origins, created_at, updated_at)
    values ('wismar', '130740087', '{"de":"Wismar"}', 'de', '13', 'https://b.example https://a.example', '', '')`.execute(
    db,
  )
  const { error } = await migrator.migrateToLatest()
  expect(error).toBeUndefined()
  expect((await findAuthority(db, 'wismar'))?.origins).toEqual([
    { origin: 'https://a.example' },
    { origin: 'https://b.example' },
  ])
})
