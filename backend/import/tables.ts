import type { Generated, Selectable } from 'kysely'

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

/** An import that is done again and again. Times are RFC 3339 UTC. */
export interface ImportScheduleTable {
  name: string
  /** Null = the files of a folder, each with the profile of its name. */
  profile: string | null
  /** A web address, or the path of a file or folder. */
  origin: string
  /** Given by whoever made it; null = as the profile says. */
  source_id: string | null
  source_name: string | null
  every_seconds: number
  paused: Generated<number>
  /** Ids of the sources it keeps, with spaces between; '' before its first import. */
  sources: Generated<string>
  /** What the server said of the file that was taken last, to ask whether there is another. */
  etag: string | null
  last_modified: string | null
  /** Of the file, or of all files, taken last. */
  checksum: string | null
  tried_at: string | null
  /** Taken, or found to be what is here already. */
  succeeded_at: string | null
  changed_at: string | null
  /** What the last change came to. */
  read_count: Generated<number>
  written_count: Generated<number>
  deleted_count: Generated<number>
  rejected_count: Generated<number>
  /** Why the last attempt failed, in words; null = it did not. */
  error: string | null
  /** 1 where it looks like a damaged file, and somebody must look. */
  held: Generated<number>
}
export type ImportScheduleRow = Selectable<ImportScheduleTable>

/** What a check of an outgoing address came to. */
export type LinkVerdict =
  /** Not looked at yet. */
  | 'new'
  | 'alive'
  /** Alive, and its new address is known for good. */
  | 'moved'
  /** Answers, but perhaps with something else: reported, never marked. */
  | 'suspicious'
  /** Shows itself only to those who log in. */
  | 'login'
  /** Turns us away; readers may fare better. */
  | 'blocked'
  /** Did not answer as it should, but not often or not long enough to be called dead. */
  | 'failing'
  | 'dead'
  /** Its certificate is wrong: browsers warn their readers. */
  | 'unsafe'
  /** Not an address we would ask, such as one of an internal network. */
  | 'refused'
  /** No address at all, such as a mail address without an @. */
  | 'malformed'

/** An outgoing address, without fragment, and what is known of it. */
export interface LinkTable {
  url: string
  host: string
  /** When it is looked at next, RFC 3339 UTC; null = never. */
  due_at: string | null
  checked_at: string | null
  verdict: LinkVerdict
  /** HTTP status last seen. */
  status: number | null
  /** Why there was none, or why it was not asked. */
  cause: string | null
  moved_to: string | null
  /** Failures in a row. */
  failures: Generated<number>
  failing_since: string | null
  /** ISO date of the last failed check of an address that readers are told about; null = not marked. */
  unreachable_on: string | null
}
export type LinkRow = Selectable<LinkTable>

/** Where an outgoing address stands; worked out anew after imports. */
export interface LinkUseTable {
  owner: 'service' | 'unit' | 'source'
  owner_id: string
  url: string
  /** Code of a text module, kind of a part, kind of a contact, or field of a source. */
  section: string
  layer: 'text' | 'supplement' | 'part' | 'contact' | 'source'
  /** Where the text holds; '' = everywhere. */
  region_key: string
  lang: string
  owner_name: string
}
export type LinkUseRow = Selectable<LinkUseTable>
/**
 * One object of an XZuFi source as it came: what our tables do not model stays here and goes out again at an export. A
 * deleted one is remembered without content, so that a delta can tell others.
 */
export interface XzufiRecordTable {
  kind: string
  /** Ours, made of the identifier; services and units of XZuFi have the same id. */
  id: string
  scheme_agency_id: string
  scheme_id: string
  value: string
  /** Version of XZuFi the content is written in: `2.2` or `2.3.1`. */
  version: string
  /** JSON of an XzufiElement; empty once deleted. */
  content: string
  fingerprint: string
  /** Import that wrote or deleted it last. */
  changed_at: string
  deleted: number
  source_id: string
}
export type XzufiRecordRow = Selectable<XzufiRecordTable>

/** What a record speaks of: the service it belongs to, the holder it makes responsible. */
export interface XzufiReferenceTable {
  kind: string
  id: string
  role: 'service' | 'holder'
  target_id: string
}
