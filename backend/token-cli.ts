import { type Scope, tokenScopes } from '@amtsweg/contract'
import {
  addToken,
  findAuthority,
  listTokens,
  makeToken,
  type RandomBytes,
  recorded,
  revokeToken,
  type TokenFacts,
  waiting,
} from './access/index.ts'
import type { Workplace } from './authority-cli.ts'
import { ImportError } from './import/index.ts'
import { readArguments, UsageError } from './usage-error.ts'

export const tokenHelp = `  amtsweg token create --authority <id> --name <what uses it> --scope <scope> ... [--days 365]
  amtsweg token list [--authority <id>] [--json]
  amtsweg token revoke <id>
      scopes: ${tokenScopes.join(', ')}`

const text = { type: 'string' } as const
const createOptions = {
  authority: text,
  name: text,
  scope: { type: 'string', multiple: true },
  days: { type: 'string', default: '365' },
} as const
const listOptions = { authority: text, json: { type: 'boolean' } } as const

/** Keys for programs that write in the name of an authority. */
export async function tokenCommand(
  args: readonly string[],
  place: Workplace & { readonly random: RandomBytes },
): Promise<void> {
  const [command, ...rest] = args
  const taken = (words: number) => ({ command: `token ${command}`, words })
  if (command === 'create') return create(readArguments(rest, createOptions, taken(0)).values, place)
  if (command === 'list') return list(readArguments(rest, listOptions, taken(0)).values, place)
  if (command === 'revoke') return revoke(readArguments(rest, {}, taken(1)).positionals[0], place)
  throw new UsageError(command ? `There is no command "token ${command}".` : 'What about tokens?')
}

type CreateValues = ReturnType<typeof readArguments<typeof createOptions>>['values']
type ListValues = ReturnType<typeof readArguments<typeof listOptions>>['values']

/** Longest life of a token in days: whoever forgets it must not be surprised by it for ever. */
const longest = 1_100

async function create(
  { authority, name, scope, days }: CreateValues,
  { db, say, now, random }: Workplace & { readonly random: RandomBytes },
): Promise<void> {
  const facts = { name: nameOf(name), scopes: scopesOf(scope ?? []), ...lifeOf(days ?? '', now()) }
  if (!authority) throw new UsageError('In whose name does it write (--authority)?')
  const token = makeToken(random)
  await recorded(waiting(db), { token: null, authority }, facts.createdAt, async (trx) => {
    if (!(await findAuthority(trx, authority)))
      throw new ImportError(`There is no authority ${authority.slice(0, 60)}.`)
    await addToken(trx, token, { authority, madeBy: null, ...facts })
    const after = { authority, ...facts }
    return {
      result: undefined,
      change: { action: 'token.create', subject: token.id, before: undefined, after },
    }
  })
  say(token.text)
  say(`This is the only time the token is shown. It is valid until ${facts.expiresAt.slice(0, 10)}.`)
}

function nameOf(name: string | undefined): string {
  const trimmed = name?.trim() ?? ''
  if (trimmed === '' || trimmed.length > 200)
    throw new UsageError('What uses the token (--name)? A program or an office, never a person.')
  return trimmed
}

function scopesOf(given: readonly string[]): readonly Scope[] {
  if (given.length === 0) throw new UsageError(`What may it do (--scope)? ${tokenScopes.join(', ')}.`)
  return [...new Set(given)].map((scope) => {
    const known = tokenScopes.find((one) => one === scope)
    if (!known)
      throw new UsageError(`There is no scope "${scope.slice(0, 60)}"; there are ${tokenScopes.join(', ')}.`)
    return known
  })
}

function lifeOf(days: string, now: Date) {
  const count = /^\d{1,4}$/.test(days) ? Number(days) : 0
  if (count < 1 || count > longest) throw new UsageError(`--days takes a number from 1 to ${longest}.`)
  return {
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + count * 86_400_000).toISOString(),
  }
}

async function list({ authority, json }: ListValues, { db, say, now }: Workplace): Promise<void> {
  const tokens = await listTokens(db, authority)
  if (json) return say(JSON.stringify(tokens, undefined, 2))
  for (const token of tokens)
    say(
      [
        token.id,
        token.authority,
        stateOf(token, now()),
        usedOn(token),
        token.scopes.join(','),
        token.name,
      ].join('\t'),
    )
  if (tokens.length === 0) say('There are no tokens.')
}

function stateOf({ revokedAt, expiresAt }: TokenFacts, now: Date): string {
  if (revokedAt) return `revoked ${revokedAt.slice(0, 10)}`
  const day = expiresAt.slice(0, 10)
  return expiresAt <= now.toISOString() ? `expired ${day}` : `until ${day}`
}

const usedOn = ({ lastUsedOn }: TokenFacts): string => (lastUsedOn ? `used ${lastUsedOn}` : 'never used')

async function revoke(id: string | undefined, { db, say, now }: Workplace): Promise<void> {
  if (!id) throw new UsageError('Which token shall be revoked? `amtsweg token list` tells the ids.')
  const at = now().toISOString()
  const [token] = (await listTokens(db)).filter((one) => one.id === id)
  await recorded(waiting(db), { token: null, authority: token?.authority ?? null }, at, async (trx) => {
    const authority = await revokeToken(trx, id, at)
    if (authority === undefined) throw new ImportError(`There is no token ${id.slice(0, 60)} to revoke.`)
    return {
      result: undefined,
      change: { action: 'token.revoke', subject: id, before: 'valid', after: undefined },
    }
  })
  say(`${id} opens nothing any more`)
}
