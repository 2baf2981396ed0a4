import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/** Tables that no answer is made of: what is written there makes nobody forget what is remembered. */
const unseen = [
  'access_token',
  'audit_entry',
  'audit_head',
  'clerk',
  'clerk_device',
  'clerk_grant',
  'clerk_invitation',
  'clerk_passkey',
  'clerk_recovery_code',
  'clerk_session',
  'clerk_subject',
  'counted_click',
  'counted_period',
  'counted_term',
  'embedding_count',
  'feed_entry',
  'feed_staged',
  'feed_state',
  'four_eyes_end',
  'geo_feature',
  'job',
  'link_host',
  'rate_salt',
  'search_change',
  'shared_rate',
  'sign_in_failure',
  'sign_in_step',
  'subscription',
] as const satisfies readonly (keyof Schema)[]

/**
 * What every table needs on PostgreSQL, whichever migration has made it. Texts are ordered by their bytes, as on SQLite, whatever
 * the database was created with: lists go on where a page ended, and halves are found by comparing. And whoever changes what
 * readers see leaves a note, once per transaction, visible when the change is.
 */
export async function keepUpSchema(db: Kysely<Schema>): Promise<void> {
  await orderByBytes(db)
  await sql`create table if not exists data_change (id bigint generated always as identity primary key)`.execute(
    db,
  )
  await sql.raw(noteChange).execute(db)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and c.relname not like 'kysely%' and c.relname not in ('data_change', ${sql.join([...unseen])})
      and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'data_changed')`.execute(
    db,
  )
  for (const { name } of rows)
    await sql`create trigger data_changed after insert or update or delete or truncate on ${sql.table(name)}
      for each statement execute function note_data_change()`.execute(db)
}

/** The setting lives as long as the transaction, and is taken back with a savepoint, as the note is. */
const noteChange = `create or replace function note_data_change() returns trigger language plpgsql as $$
begin
  if current_setting('amtsweg.changed', true) is distinct from pg_current_xact_id()::text then
    insert into data_change default values;
    perform set_config('amtsweg.changed', pg_current_xact_id()::text, true);
  end if;
  return null;
end $$`

async function orderByBytes(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ table: string; changes: string }>`
    select c.relname as "table", string_agg(format('alter column %I type %s collate "C"',
      a.attname, format_type(a.atttypid, a.atttypmod)), ', ') as changes
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_collation l on l.oid = a.attcollation
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0
      and not a.attisdropped and l.collname <> 'C'
    group by c.relname order by c.relname`.execute(db)
  for (const { table, changes } of rows)
    await sql`alter table ${sql.table(table)} ${sql.raw(changes)}`.execute(db)
}
