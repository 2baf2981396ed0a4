import type { Selectable } from 'kysely'

/** Where imported records come from; every record names one, deletions are decided per source. */
export interface SourceTable {
  id: string
  name: string
  publisher: string | null
  licence: string | null
  licence_url: string | null
  url: string | null
  attribution: string | null
  as_of: string | null
  /** 1 for demo data that is made up. */
  invented: number
  /** SHA-256 of the file last imported. */
  checksum: string | null
  imported_at: string
}
export type SourceRow = Selectable<SourceTable>
