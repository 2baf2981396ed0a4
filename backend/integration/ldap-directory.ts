import { lookup } from 'node:dns/promises'
import { connect, isIP } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import ipaddr from 'ipaddr.js'
import { AndFilter, Client, type Entry, FilterParser, GreaterThanEqualsFilter } from 'ldapts'
import type { LdapAnswer, LdapDirectory, LdapEntry, LdapQuestion } from '../directory/index.ts'

/** Where a directory is and how it is asked. */
export interface LdapServer {
  /** `ldaps://host[:port]`; `ldap://` with `startTls`, or on this computer. */
  readonly url: string
  readonly startTls: boolean
  readonly bindDn: string
  readonly password: string
  readonly baseDn: string
  /** RFC 4515, as the operator wrote it; nothing of a reader's ever comes into it. */
  readonly filter: string
  readonly changed: string
  readonly pageSize: number
  /** Milliseconds for the connection and for each answer. */
  readonly patience: number
  /** Certificate of an authority of one's own, in PEM. */
  readonly ca?: string | undefined
  /** More are no town's. */
  readonly mostEntries: number
}

/** A directory could not be read. The message holds no entry, no name and no password. */
export class LdapError extends Error {
  override name = 'LdapError'
}

const generalizedTime = /^\d{14}(?:\.\d{1,6})?Z$/

/** The directory at a server, read to the end or not at all. Referrals are never followed: only the server that was named is asked. */
export const ldapDirectory =
  (server: LdapServer): LdapDirectory =>
  async (question) => {
    const client = await clientOf(server)
    try {
      if (server.startTls) await client.startTLS(tlsOptions(server))
      await client.bind(server.bindDn, server.password)
      return await readAll(client, server, question)
    } catch (error) {
      throw explained(error)
    } finally {
      await client.unbind().catch(() => {})
    }
  }

async function readAll(
  client: Client,
  server: LdapServer,
  { attributes, since }: LdapQuestion,
): Promise<LdapAnswer> {
  const entries: LdapEntry[] = []
  let isWhole = true
  const pages = client.searchPaginated(server.baseDn, {
    scope: 'sub',
    derefAliases: 'never',
    filter: filterOf(server, since),
    attributes: [...attributes],
    paged: { pageSize: server.pageSize },
  })
  for await (const { searchEntries, searchReferences } of pages) {
    if (searchReferences.length > 0) isWhole = false
    entries.push(...searchEntries.map(plain))
    if (entries.length > server.mostEntries)
      throw new LdapError(`There are more than ${server.mostEntries} entries: narrow baseDn or filter.`)
  }
  return { entries, isWhole }
}

function filterOf({ filter, changed }: LdapServer, since: string | undefined) {
  const all = FilterParser.parseString(filter)
  if (since === undefined) return all
  if (!generalizedTime.test(since)) throw new LdapError('The time of the last read is none.')
  return new AndFilter({ filters: [all, new GreaterThanEqualsFilter({ attribute: changed, value: since })] })
}

const plain = ({ dn: _, ...attributes }: Entry): LdapEntry =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.toLowerCase(),
      (Array.isArray(value) ? value : [value]).map((one) =>
        Buffer.isBuffer(one) ? one.toString('hex') : one,
      ),
    ]),
  )

/** A client that connects to the address that was looked at, and to no other. */
async function clientOf(server: LdapServer): Promise<Client> {
  const url = new URL(server.url)
  const secure = url.protocol === 'ldaps:'
  const port = Number(url.port) || (secure ? 636 : 389)
  const address = await addressOf(url.hostname.replace(/^\[|\]$/g, ''))
  if (!secure && !server.startTls && ipaddr.parse(address).range() !== 'loopback')
    throw new LdapError('Without TLS only a directory on this computer is asked: use ldaps:// or "startTls".')
  return new Client({
    url: server.url,
    timeout: server.patience,
    connectTimeout: server.patience,
    createConnection: (() => connect(port, address)) as never,
    // With options for TLS the client would begin with it.
    ...(secure
      ? {
          tlsOptions: tlsOptions(server),
          createSecureConnection: (() =>
            connectSecurely({ ...tlsOptions(server), host: address, port })) as never,
        }
      : {}),
  })
}

const tlsOptions = ({ url, ca }: LdapServer) => {
  const host = new URL(url).hostname
  return {
    minVersion: 'TLSv1.2',
    ...(ca ? { ca } : {}),
    ...(isIP(host) ? {} : { servername: host }),
  } as const
}

/** Directories are inside, so private addresses are right; those that are never a directory are not. */
const never = ['linkLocal', 'multicast', 'broadcast', 'unspecified', 'reserved']

async function addressOf(host: string): Promise<string> {
  const found = await lookup(host, { all: true }).catch(() => [])
  const [first] = found
  if (!first) throw new LdapError(`The name of the directory, ${host}, is not known.`)
  if (found.some(({ address }) => never.includes(ipaddr.parse(address).range())))
    throw new LdapError(`${host} is no address of a directory.`)
  return first.address
}

/** What failed, in words of ours: those of servers may quote what they were asked. */
function explained(error: unknown): LdapError {
  if (error instanceof LdapError) return error
  const { name = '', code } = error as { name?: string; code?: unknown }
  const words: Readonly<Record<string, string>> = {
    InvalidCredentialsError: 'The directory refuses bindDn and password.',
    NoSuchObjectError: 'There is nothing at baseDn, or bindDn may not see it.',
    InsufficientAccessError: 'bindDn may not read what is asked for.',
    SizeLimitExceededError:
      'The directory gives no more entries than its own limit: let bindDn read them all.',
    TimeLimitExceededError: 'The directory took longer than its own limit.',
  }
  const known = words[name]
  if (known) return new LdapError(known)
  if (code === 10)
    return new LdapError('The directory only names another server (a referral): name that one.')
  const cause = String(typeof code === 'string' ? code : name)
    .replace(/[^\w-]/g, '')
    .slice(0, 60)
  return new LdapError(
    `The directory could not be read to the end (${cause || 'unknown'}); nothing was changed.`,
  )
}
