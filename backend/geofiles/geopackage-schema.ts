/** The tables that every GeoPackage 1.3 has (OGC 12-128r17, annex C), those of metadata and the extensions we use. */
export const schema = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL, md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id), CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
`

/** The spatial index of a table and what keeps it right when somebody edits the file (OGC 12-128r17, annex F.3). Names are plain. */
export const spatialIndex = (table: string): string => `
CREATE VIRTUAL TABLE rtree_${table}_geom USING rtree(id, minx, maxx, miny, maxy);
`
const box = (row: string) =>
  `ST_MinX(${row}.geom), ST_MaxX(${row}.geom), ST_MinY(${row}.geom), ST_MaxY(${row}.geom)`
const isFull = (row: string) => `(${row}.geom NOTNULL AND NOT ST_IsEmpty(${row}.geom))`
const isBlank = (row: string) => `(${row}.geom ISNULL OR ST_IsEmpty(${row}.geom))`

/** Made when all rows are there: while we write, their functions are not. */
export function spatialTriggers(table: string): string {
  const index = `rtree_${table}_geom`
  const on = (name: string, event: string, when: string, work: string) =>
    `CREATE TRIGGER ${index}_${name} AFTER ${event} ON ${table} WHEN ${when} BEGIN ${work} END;`
  return [
    on('insert', 'INSERT', isFull('NEW'), `INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ${box('NEW')});`),
    on(
      'update1',
      'UPDATE OF geom',
      `OLD.fid = NEW.fid AND ${isFull('NEW')}`,
      `INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ${box('NEW')});`,
    ),
    on(
      'update2',
      'UPDATE OF geom',
      `OLD.fid = NEW.fid AND ${isBlank('NEW')}`,
      `DELETE FROM ${index} WHERE id = OLD.fid;`,
    ),
    on(
      'update3',
      'UPDATE',
      `OLD.fid != NEW.fid AND ${isFull('NEW')}`,
      `DELETE FROM ${index} WHERE id = OLD.fid; INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ${box('NEW')});`,
    ),
    on(
      'update4',
      'UPDATE',
      `OLD.fid != NEW.fid AND ${isBlank('NEW')}`,
      `DELETE FROM ${index} WHERE id IN (OLD.fid, NEW.fid);`,
    ),
    on('delete', 'DELETE', 'OLD.geom NOT NULL', `DELETE FROM ${index} WHERE id = OLD.fid;`),
  ].join('\n')
}
