import { randomBytes } from 'node:crypto'
import { type Scope, tokenScopes } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { saveAuthority } from './repository.ts'
import { addToken } from './repository-tokens.ts'
import { makeToken } from './token.ts'

/** The moment at which tests make authorities and tokens. */
export const testStart = new Date('2026-11-23T09:00:00Z')

/** Registers an authority for a region. */
export const addAuthority = (
  db: Db,
  id: string,
  regionKey: string,
  origins: readonly string[] = [],
  holidaysLand = regionKey.slice(0, 2),
) =>
  saveAuthority(
    db,
    {
      id,
      regionKey,
      names: { de: `Verwaltung ${id}` },
      languages: ['de'],
      holidaysLand,
      fourEyes: false,
      origins: origins.map((origin) => ({ origin })),
    },
    testStart.toISOString(),
  )

/** A token of an authority, as `amtsweg token create` would show it; valid for a year unless said otherwise. */
export async function addTestToken(
  db: Db,
  authority: string,
  of: readonly Scope[] = tokenScopes,
  expiresAt = '2027-11-23T09:00:00.000Z',
): Promise<string> {
  const token = makeToken(randomBytes)
  await db.transaction().execute((trx) =>
    addToken(trx, token, {
      authority,
      name: 'Test',
      scopes: of,
      createdAt: testStart.toISOString(),
      expiresAt,
    }),
  )
  return token.text
}

/** The same request, whose body only comes after something else has happened. */
export const bodyAfter = (
  { body, headers, ...rest }: RequestInit,
  first: () => unknown,
): RequestInit & { readonly duplex: 'half' } => {
  const bytes = Buffer.from(body as string)
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    await first()
    controller.enqueue(bytes)
    controller.close()
  }
  return {
    ...rest,
    headers: { ...(headers as Record<string, string>), 'content-length': String(bytes.length) },
    body: new ReadableStream({ pull }, { highWaterMark: 0 }),
    duplex: 'half',
  }
}

/** A request with a token, a condition and a body, each where it is given. */
export const editing = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  {
    token,
    match,
    body,
    headers = {},
  }: {
    readonly token?: string
    /** ETag, or `new` for what must not be there yet. */
    readonly match?: string | null
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string>>
  } = {},
) => ({
  method,
  headers: {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(match === 'new' ? { 'if-none-match': '*' } : {}),
    ...(match && match !== 'new' ? { 'if-match': match } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
})
