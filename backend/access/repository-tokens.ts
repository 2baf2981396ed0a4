import { type Scope, tokenScopes } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { type Authority, listOf } from './authority.ts'
import { findAuthority } from './repository.ts'
import type { AccessTokenRow } from './tables.ts'
import { isToken, type NewToken, tokenIdIn } from './token.ts'

interface AnyCaller {
  readonly authority: Authority
  readonly scopes: readonly Scope[]
}

/** A program that writes, and what it may do. */
export interface TokenCaller extends AnyCaller {
  readonly tokenId: string
  readonly clerkId?: undefined
  /** ISO date. */
  readonly lastUsedOn: string | undefined
}

/** A clerk who has signed in, and what they may do for the authority they named. */
export interface ClerkCaller extends AnyCaller {
  readonly tokenId?: undefined
  readonly clerkId: string
  readonly sessionId: string
  /** One of these they were let in for. */
  readonly asked: readonly Scope[]
}

/** A clerk who administers the whole installation, and acts for it rather than for an authority. */
export type InstallationCaller = Omit<ClerkCaller, 'authority'> & { readonly authority: null }

/** Who asks, by a token or by a session. */
export type Caller = TokenCaller | ClerkCaller

/** Why a token opens nothing. One that was revoked is as invalid as one that never was. */
export type TokenRefusal = 'token-invalid' | 'token-expired'

/** What is known of a token; the token itself is not. */
export interface TokenFacts {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly scopes: readonly Scope[]
  /** Id of the clerk who has made it; null = the command line. */
  readonly madeBy: string | null
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt: string | undefined
  /** ISO date. */
  readonly lastUsedOn: string | undefined
}

/** Who a token stands for at a moment, or why it stands for nobody. */
export async function callerOfToken(db: Db, text: string, now: Date): Promise<TokenCaller | TokenRefusal> {
  const id = tokenIdIn(text)
  const row = id === undefined ? undefined : await findRow(db, id)
  if (!row || !isToken(text, row.hash)) return 'token-invalid'
  const refusal = refusalOf(row, now)
  if (refusal) return refusal
  const authority = await findAuthority(db, row.authority_id)
  if (!authority) return 'token-invalid'
  return { tokenId: row.id, authority, scopes: scopesOf(row), lastUsedOn: row.last_used_on ?? undefined }
}

/** Why a token that opened something opens nothing any more at a moment; undefined where it still does. */
export async function refusalOfToken(db: Db, id: string, now: Date): Promise<TokenRefusal | undefined> {
  const row = await findRow(db, id)
  return row ? refusalOf(row, now) : 'token-invalid'
}

function refusalOf({ revoked_at, expires_at }: AccessTokenRow, now: Date): TokenRefusal | undefined {
  if (revoked_at !== null) return 'token-invalid'
  return expires_at <= now.toISOString() ? 'token-expired' : undefined
}

const findRow = (db: Db, id: string) =>
  db.selectFrom('access_token').selectAll().where('id', '=', id).executeTakeFirst()

/** Notes the day (ISO) on which a token was used. */
export async function noteUse(db: Db, tokenId: string, day: string): Promise<void> {
  await db.updateTable('access_token').set({ last_used_on: day }).where('id', '=', tokenId).execute()
}

/** Keeps a new token: its hash, never the token. */
export async function addToken(
  trx: Trx,
  { id, hash }: NewToken,
  facts: Pick<TokenFacts, 'authority' | 'name' | 'scopes' | 'madeBy' | 'createdAt' | 'expiresAt'>,
): Promise<void> {
  await trx
    .insertInto('access_token')
    .values({
      id,
      hash,
      authority_id: facts.authority,
      name: facts.name,
      scopes: facts.scopes.join(' '),
      made_by: facts.madeBy,
      created_at: facts.createdAt,
      expires_at: facts.expiresAt,
    })
    .execute()
}

/** Every token, or those of an authority, in the order in which they were made. */
export async function listTokens(db: Db, authority?: string): Promise<readonly TokenFacts[]> {
  const all = db.selectFrom('access_token').selectAll().orderBy('created_at').orderBy('id')
  const rows = await (authority === undefined ? all : all.where('authority_id', '=', authority)).execute()
  return rows.map((row) => ({
    id: row.id,
    authority: row.authority_id,
    name: row.name,
    scopes: scopesOf(row),
    madeBy: row.made_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at ?? undefined,
    lastUsedOn: row.last_used_on ?? undefined,
  }))
}

/** Ids of all tokens that a clerk has ever made. */
export async function tokensMadeBy(db: Db, clerk: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('access_token').select('id').where('made_by', '=', clerk).execute()
  return rows.map(({ id }) => id)
}

/** Whether a token is still good for something at a moment. */
export async function isStillGood(
  db: Db,
  id: string,
  { authority, scope, now }: { readonly authority: string; readonly scope: Scope; readonly now: Date },
): Promise<boolean> {
  const row = await findRow(db, id)
  if (!row || refusalOf(row, now)) return false
  return row.authority_id === authority && scopesOf(row).includes(scope)
}

/** Takes a token back for good; the authority whose it was, undefined where there is none to take back. */
export async function revokeToken(trx: Trx, id: string, at: string): Promise<string | undefined> {
  const row = await findRow(trx, id)
  if (!row || row.revoked_at !== null) return undefined
  await trx.updateTable('access_token').set({ revoked_at: at }).where('id', '=', id).execute()
  return row.authority_id
}

/** A scope that a later version no longer knows, or that is for persons only, opens nothing. */
const scopesOf = ({ scopes }: AccessTokenRow): readonly Scope[] =>
  listOf(scopes).flatMap((word) => tokenScopes.find((scope) => scope === word) ?? [])
