import pg from 'pg'
import { migrate, openDatabase } from '@amtsweg/backend/database/database.ts'
import { startServer } from './postgres.ts'

/**
 * Once per run: a server, and on it the model of all databases that tests borrow (backend/database/testing.ts). Its order of letters is that of a
 * German dictionary, so that a test fails where ours depends on what a database was created with.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { url, stop } = await startServer()
  const name = `amtsweg_test_${process.pid}`
  const model = Object.assign(new URL(url), { pathname: `/${name}` }).href
  const admin = await connect(url)
  await admin.query(
    `create database ${name} template template0 encoding 'UTF8' locale_provider icu icu_locale 'de-DE'`,
  )
  const database = openDatabase(model)
  await migrate(database.db)
  await database.close()
  const client = await connect(model)
  await client.query(emptying)
  const { rows } = await client.query<{ schema: string }>('select empty_all_tables() as schema')
  await client.end()
  process.env['TEST_POSTGRES_URL'] = model
  process.env['TEST_POSTGRES_SCHEMA'] = rows[0]?.schema
  return async () => {
    const made = await admin.query<{ datname: string }>(
      'select datname from pg_database where datname like $1',
      [`${name}%`],
    )
    for (const { datname } of made.rows) await admin.query(`drop database ${datname} with (force)`)
    await admin.end()
    await stop()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/**
 * Small tables are emptied fastest row by row, without asking who hangs on whom; large ones as files. What the server
 * remembers of their sizes goes too: a table it has counted while it was empty would be planned for as empty when it is full. Tells what
 * schema it found.
 */
const emptying = `create function empty_all_tables() returns text language plpgsql as $$
  declare one record; large text[] := '{}';
  begin
    set local session_replication_role = replica;
    for one in select relname as name, pg_relation_size(oid) as bytes from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%'
        and pg_relation_size(oid) > 0
    loop
      if one.bytes > 200000 then large := large || quote_ident(one.name);
      else execute format('delete from %I', one.name); end if;
    end loop;
    if cardinality(large) > 0 then execute 'truncate ' || array_to_string(large, ', ') || ' cascade'; end if;
    for one in select oid::regclass as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'S'
    loop perform setval(one.name, 1, false); end loop;
    delete from pg_statistic where starelid >= 16384;
    update pg_class set relpages = 0, reltuples = -1
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'i') and reltuples >= 0;
    return (select md5(string_agg(c.relname || '.' || a.attname, ' ' order by c.relname, a.attname))
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace);
  end $$`
