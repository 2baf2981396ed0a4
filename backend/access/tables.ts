import type { Generated, Selectable } from 'kysely'

/** A Verwaltung that keeps a part of the data: Land, Kreis, Amt or Gemeinde. */
export interface AuthorityTable {
  /** A short name in small letters, such as `amt-hagenow-land`. */
  id: string
  /** ARS of the area it administers, or the start of one; every area within is its own unless a nearer authority has it. */
  region_key: string
  /** JSON {lang: name}. */
  names: string
  logo_url: string | null
  /** Languages its texts are kept in, with spaces between, the first one first. */
  languages: string
  /** Land (2 digits) whose public holidays close its offices. */
  holidays_land: string
  /** Whether nothing is published before a second person has looked at it; 1 = yes. */
  four_eyes: Generated<number>
  created_at: string
  updated_at: string
}
export type AuthorityRow = Selectable<AuthorityTable>

/** A website that an authority has registered. */
export interface AuthorityOriginTable {
  authority_id: string
  /** As a browser sends it, such as https://www.wismar.example. */
  origin: string
  /** What it may use, with spaces between; '' = everything. */
  uses: string
}
export type AuthorityOriginRow = Selectable<AuthorityOriginTable>

/** How often one widget on one website asked about the area of one authority in a month; never fewer than five networks did. */
export interface EmbeddingCountTable {
  /** A month of the calendar in Germany, such as 2026-11. */
  period: string
  /** Name of the website's host. */
  host: string
  /** Tag of the widget. */
  widget: string
  /** Area of the authority; '' = none. */
  region_key: string
  requests: number
}
export type EmbeddingCountRow = Selectable<EmbeddingCountTable>

/** A key for a program that writes in the name of an authority. */
export interface AccessTokenTable {
  /** Stands in the token itself, and in the trail of changes. */
  id: string
  authority_id: string
  /** What uses it, such as "Redaktionssystem"; never a person. */
  name: string
  /** With spaces between. */
  scopes: string
  /** SHA-256 of the whole token, hexadecimal. */
  hash: string
  created_at: string
  /** RFC 3339 UTC. */
  expires_at: string
  revoked_at: string | null
  /** ISO date: nobody's working hours are kept. */
  last_used_on: string | null
}
export type AccessTokenRow = Selectable<AccessTokenTable>

/** One change. Written with the change, in one transaction, and never touched again. */
export interface AuditEntryTable {
  seq: number
  /** RFC 3339 UTC. */
  at: string
  /** Null for the command line. */
  token_id: string | null
  authority_id: string | null
  action: string
  subject: string
  /** SHA-256 of what was and what is; null = nothing. */
  before_hash: string | null
  after_hash: string | null
  /** Hash of the entry before. */
  previous: string
  hash: string
}
export type AuditEntryRow = Selectable<AuditEntryTable>

/** One row: the last entry. Who writes takes its lock first, so that entries are numbered without gaps. */
export interface AuditHeadTable {
  id: number
  seq: Generated<number>
  hash: Generated<string>
}
