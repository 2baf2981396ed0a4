import { type Kysely, sql } from 'kysely'

// A version is written aside, batch by batch, and becomes what readers see by one pointer: nobody ever sees half of it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('geo_collection')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority_id', 'text', (column) =>
      column.notNull().references('authority.id').onDelete('cascade'),
    )
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('description', 'text', (column) => column.notNull())
    .addColumn('keywords', 'text', (column) => column.notNull())
    .addColumn('theme', 'text')
    .addColumn('licence', 'text', (column) => column.notNull())
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('source_uri', 'text', (column) => column.notNull())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('title_property', 'text')
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('version_id', 'integer')
    .addColumn('published_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('geo_collection_by_authority')
    .on('geo_collection')
    .column('authority_id')
    .execute()
  await db.schema
    .createTable('geo_version')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('collection_id', 'text', (column) =>
      column.notNull().references('geo_collection.id').onDelete('cascade'),
    )
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('storage', 'text', (column) => column.notNull())
    .addColumn('features', 'integer', (column) => column.notNull())
    .addColumn('placeless', 'integer', (column) => column.notNull())
    .addColumn('min_lon', 'double precision')
    .addColumn('min_lat', 'double precision')
    .addColumn('max_lon', 'double precision')
    .addColumn('max_lat', 'double precision')
    .addColumn('begins', 'double precision')
    .addColumn('ends', 'double precision')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('geometry_types', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('report', 'text')
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('geo_version_number', ['collection_id', 'number'])
    .execute()
  await db.schema
    .createTable('geo_feature')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('version_id', 'integer', (column) =>
      column.notNull().references('geo_version.id').onDelete('cascade'),
    )
    .addColumn('ext_id', 'text', (column) => column.notNull())
    .addColumn('geometry', 'text')
    .addColumn('stored', 'text')
    .addColumn('properties', 'text', (column) => column.notNull())
    .addColumn('min_lon', 'double precision')
    .addColumn('min_lat', 'double precision')
    .addColumn('max_lon', 'double precision')
    .addColumn('max_lat', 'double precision')
    .addColumn('begins', 'double precision')
    .addColumn('ends', 'double precision')
    .addColumn('digest', 'text', (column) => column.notNull())
    .addUniqueConstraint('geo_feature_by_ext_id', ['version_id', 'ext_id'])
    .execute()
  await db.schema
    .createIndex('geo_feature_in_order')
    .on('geo_feature')
    .columns(['version_id', 'id'])
    .execute()
  await sql`create index geo_feature_placeless on geo_feature (version_id, id) where min_lon is null`.execute(
    db,
  )
  await db.schema
    .createTable('geo_change')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('collection_id', 'text', (column) =>
      column.notNull().references('geo_collection.id').onDelete('cascade'),
    )
    .addColumn('ext_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addUniqueConstraint('geo_change_once', ['collection_id', 'ext_id'])
    .execute()
  await db.schema
    .createIndex('geo_change_in_order')
    .on('geo_change')
    .columns(['collection_id', 'id'])
    .execute()
}
