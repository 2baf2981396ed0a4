import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('service')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('scheme_agency_id', 'text', (column) => column.notNull())
    .addColumn('scheme_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('leistungsschluessel', 'text')
    .addColumn('typisierung', 'text')
    .addColumn('region_key', 'text')
    .addColumn('public', 'integer', (column) => column.notNull())
    .addColumn('citizen', 'integer', (column) => column.notNull())
    .addColumn('business', 'integer', (column) => column.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .addColumn('updated_at', 'text')
    .addColumn('richness', 'integer', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('batch', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addUniqueConstraint('service_identifier_once', ['scheme_agency_id', 'scheme_id', 'value'])
    .execute()
  await db.schema.createIndex('service_by_key').on('service').column('leistungsschluessel').execute()
  await db.schema.createIndex('service_by_region').on('service').column('region_key').execute()
  await db.schema.createIndex('service_by_source').on('service').column('source_id').execute()
  await db.schema
    .createTable('service_identifier')
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('scheme_agency_id', 'text', (column) => column.notNull())
    .addColumn('scheme_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_identifier_pk', [
      'service_id',
      'scheme_agency_id',
      'scheme_id',
      'value',
    ])
    .execute()
  await db.schema
    .createIndex('service_identifier_by_value')
    .on('service_identifier')
    .columns(['scheme_id', 'value'])
    .execute()
  await db.schema
    .createTable('service_name')
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('official_title', 'text')
    .addColumn('sort_key', 'text', (column) => column.notNull())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_name_pk', ['service_id', 'lang'])
    .execute()
  await db.schema
    .createIndex('service_name_in_order')
    .on('service_name')
    .columns(['lang', 'letter', 'sort_key', 'service_id'])
    .execute()
  await db.schema
    .createTable('service_text')
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_text_pk', ['service_id', 'lang', 'code', 'position'])
    .execute()
  await db.schema
    .createTable('service_supplement')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema
    .createIndex('service_supplement_by_service')
    .on('service_supplement')
    .columns(['service_id', 'lang'])
    .execute()
  await db.schema
    .createTable('service_part')
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('region_key', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_part_pk', ['service_id', 'kind', 'lang', 'position'])
    .execute()
  await db.schema
    .createTable('service_keyword')
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('keyword', 'text', (column) => column.notNull())
    .addColumn('sort_key', 'text', (column) => column.notNull())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_keyword_pk', ['service_id', 'lang', 'keyword'])
    .execute()
  await db.schema
    .createIndex('service_keyword_in_order')
    .on('service_keyword')
    .columns(['lang', 'letter', 'sort_key'])
    .execute()
  await db.schema
    .createTable('life_situation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('parent_id', 'text')
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('icon', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema
    .createTable('service_life_situation')
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('life_situation_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('service_life_situation_pk', ['service_id', 'life_situation_id'])
    .execute()
  await db.schema
    .createIndex('service_by_life_situation')
    .on('service_life_situation')
    .column('life_situation_id')
    .execute()
}
