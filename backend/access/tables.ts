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

/** That a clerk wants nothing to wait for a second person any more; another has to agree. */
export interface FourEyesEndTable {
  authority_id: string
  clerk_id: string
  /** RFC 3339 UTC. */
  asked_at: string
}

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
  /** Id of the clerk; null = the command line. */
  made_by: string | null
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
  /** Neither a token nor a clerk: the command line. */
  token_id: string | null
  clerk_id: string | null
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

/** Somebody who can sign in. The id is random and stands in the trail of changes; name and address do not. */
export interface ClerkTable {
  id: string
  name: string
  /** In small letters. */
  email: string
  /** Argon2id as a PHC string. */
  password_hash: string | null
  /** Base32: what an app makes codes of, and what one that is just being set up would. */
  totp_secret: string | null
  totp_pending: string | null
  /** Number of the half minute whose code was taken last: each is taken once. */
  totp_step: Generated<number>
  suspended_at: string | null
  /** ISO date. */
  last_seen_on: string | null
  created_at: string
}
export type ClerkRow = Selectable<ClerkTable>

export interface ClerkGrantTable {
  clerk_id: string
  /** '' = the whole installation. */
  authority_id: string
  /** With spaces between. */
  roles: string
}
export type ClerkGrantRow = Selectable<ClerkGrantTable>

export interface ClerkSessionTable {
  id: string
  clerk_id: string
  /** SHA-256 of what the cookie holds, hexadecimal; so are all other hashes below. */
  hash: string
  method: string
  /** Browser and system, as the clerk recognises them. */
  device: string
  created_at: string
  /** To the minute, as a request of every second would be a write of every second. */
  last_seen_at: string
  ends_at: string
}
export type ClerkSessionRow = Selectable<ClerkSessionTable>

export interface ClerkPasskeyTable {
  /** Id of the credential, base64url. */
  id: string
  clerk_id: string
  name: string
  /** COSE key, base64url. */
  public_key: string
  counter: number
  /** With spaces between. */
  transports: string
  created_at: string
  /** ISO date. */
  last_used_on: string | null
}
export type ClerkPasskeyRow = Selectable<ClerkPasskeyTable>

export interface ClerkRecoveryCodeTable {
  clerk_id: string
  hash: string
}

/** Whom an identity provider means by a subject. */
export interface ClerkSubjectTable {
  provider: string
  subject: string
  clerk_id: string
}

/** A browser in which a clerk has signed in before. */
export interface ClerkDeviceTable {
  hash: string
  clerk_id: string
  ends_at: string
}

/** A way in that works once; without a clerk it makes the first administrator. */
export interface ClerkInvitationTable {
  hash: string
  clerk_id: string | null
  purpose: string
  ends_at: string
}
export type ClerkInvitationRow = Selectable<ClerkInvitationTable>

/** What is remembered between two steps of signing in, for some minutes. */
export interface SignInStepTable {
  hash: string
  /** Null as long as nobody knows who it will be. */
  clerk_id: string | null
  kind: string
  /** JSON, by its kind. */
  data: string
  attempts: Generated<number>
  ends_at: string
}

/** How often signing in has failed lately, by account, network, or known browser. */
export interface SignInFailureTable {
  /** SHA-256 of what is counted. */
  key: string
  failures: number
  ends_at: string
}
