import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { SignInSettings } from './access/index.ts'
import { databaseFile, isServerAddress, shownAddress } from './database/database-address.ts'
import { type ImportSettings, importSettings, importVariables } from './import-settings.ts'
import { type LinkSettings, linkSettings, linkVariables } from './link-settings.ts'
import { signInSettings, signInVariables } from './sign-in-settings.ts'
import { type TrafficSettings, trafficSettings, trafficVariables } from './traffic-settings.ts'

const addressStart = /^(?:sqlite:.|postgres(?:ql)?:\/\/.)/

/** Whether something is an address of a database as DATABASE_URL takes it. */
export const isDatabaseAddress = (url: string): boolean =>
  addressStart.test(url) && (url.startsWith('sqlite:') || isServerAddress(url))

/** Every variable, with what it takes, its default and what it means; docs/guides/configuration.md is made of it. */
export const Environment = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(65535, 'must be at most 65535')
    .default(8080)
    .describe('Port it listens on; `0` takes any that is free'),
  HOST: z
    .string()
    .min(1, 'must not be empty')
    .default('127.0.0.1')
    .describe('Address it listens on; `0.0.0.0` in a container'),
  DATABASE_URL: z
    .string()
    .regex(addressStart, 'must begin with sqlite: or postgres:// (for example sqlite:./var/amtsweg.sqlite)')
    .refine(
      (url) => !addressStart.test(url) || isDatabaseAddress(url),
      'must be an address such as postgres://user:password@host/database, with %40 for @ in a password',
    )
    .default('sqlite:./var/amtsweg.sqlite')
    .describe('The database: `sqlite:<file>`, or `postgres://<user>:<password>@<host>/<database>`'),
  AMTSWEG_POOL_SIZE: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(2, 'must be 2 or more')
    .max(1_000, 'must be at most 1000')
    .optional()
    .describe('Connections of each process to PostgreSQL, at most. Without it: four per core'),
  AMTSWEG_DATABASE_REPLICA_URL: z
    .string()
    .regex(/^postgres(?:ql)?:\/\//, 'must be an address such as postgres://user:password@host/database')
    .refine(isServerAddress, 'must be an address such as postgres://user:password@host/database')
    .optional()
    .describe('A server of PostgreSQL that follows the one in `DATABASE_URL` and takes its readers'),
  AMTSWEG_DEMO: z
    .enum(['auto', 'off'], 'must be auto or off')
    .default('auto')
    .describe('`off`: an empty database is not filled with demo data'),
  AMTSWEG_PUBLIC_URL: z
    .string()
    .regex(
      /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i,
      'must be an address without a path, such as https://dienste.example',
    )
    .optional()
    .describe(
      'Where readers reach the server, without a path: `https://dienste.example`. Without it the Host header of each request says so',
    ),
  AMTSWEG_COUNT_SEARCHES: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe('`off`: how searches end is not counted'),
  AMTSWEG_COUNT_WEBSITES: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe('`off`: which websites embed which widget is not counted'),
  AMTSWEG_HISTORY_DAYS: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(3_650, 'must be at most 3650')
    .default(90)
    .describe('Days for which a change can be undone; after that only the trail of hashes tells of it'),
  AMTSWEG_DRAIN_SECONDS: z.coerce
    .number('must be a number')
    .min(0, 'must be 0 or more')
    .max(60, 'must be at most 60')
    .default(10)
    .describe('Seconds a stopping server waits for requests in flight'),
  AMTSWEG_BACKUP_FOLDER: z
    .string()
    .optional()
    .describe('Folder of backups. Without it: `backups` beside the database'),
  AMTSWEG_RELEASE_FOLDER: z
    .string()
    .optional()
    .describe(
      'Folder where releases of the widgets stay after an upgrade, for pages that pin one. Without it: `releases` beside the database',
    ),
  AMTSWEG_LDAP_FILE: z
    .string()
    .optional()
    .describe('File that says in which LDAP directories authorities keep their people (docs/guides/ldap.md)'),
  AMTSWEG_OUTSIDE_SERVICES: z
    .string()
    .optional()
    .describe('File that names the services of others that maps may show (docs/guides/maps.md)'),
  AMTSWEG_SECURITY_CONTACT: z
    .string()
    .regex(
      /^(?:https:\/\/|mailto:[^\s@?]+@)[^\s]+$/,
      'must be a web address or mailto: such as mailto:sicherheit@stadt.example',
    )
    .optional()
    .describe(
      'Where finders of security holes turn to, for `/.well-known/security.txt`. Without it: `AMTSWEG_CONTACT_URL` where that is https',
    ),
  ...importVariables,
  ...linkVariables,
  ...signInVariables,
  ...trafficVariables,
})

/** How this server runs; every value comes from the environment and has a default that works. */
export interface Configuration {
  readonly port: number
  readonly host: string
  /** Number of an open socket to listen on instead: it outlives this process, and nobody is turned away by a restart. */
  readonly socket?: number
  readonly databaseUrl: string
  /** Connections to a database server at most. */
  readonly poolSize: number
  /** A server that follows the one of the database, for readers. */
  readonly replicaUrl?: string
  /** Whether an empty database is filled with demo data at start. */
  readonly demo: 'auto' | 'off'
  /** Whether it is counted, without persons, how searches end. */
  readonly countSearches: boolean
  /** Whether it is counted, without persons, which websites embed which widget. */
  readonly countWebsites: boolean
  /** Days for which the contents of a change are kept, to undo it. */
  readonly historyDays: number
  /** Seconds a stopping server waits for requests in flight. */
  readonly drainSeconds: number
  /** Where readers reach this server from outside; left out, the Host header of each request says it. */
  readonly publicUrl?: string
  /** File that says in which LDAP directories authorities keep their people. */
  readonly ldapFile?: string
  /** File that names the services of others that maps may show. */
  readonly outsideServicesFile?: string
  /** Where security holes are reported: an `https:` or `mailto:` address. */
  readonly securityContact?: string
  /** Where backups lie. */
  readonly backupFolder: string
  /** Where releases of the widgets are kept. */
  readonly releaseFolder: string
  readonly imports: ImportSettings
  readonly links: LinkSettings
  readonly traffic: TrafficSettings
  readonly signIn: SignInSettings
  /** File of the identity providers. */
  readonly providersFile?: string
}

/** The environment cannot be used; the message names each variable and what it takes. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
}

/** More would only wait for each other in the server. */
const connectionsPerCore = 4

const ours = /^AMTSWEG_/
/** Variables of ours that the server itself does not read. */
const others = new Set([
  'AMTSWEG_TEST_DATA',
  'AMTSWEG_REQUIRE_TEST_DATA',
  'AMTSWEG_REQUIRE_PHP',
  'AMTSWEG_REQUIRE_GEO_CLIENTS',
  'AMTSWEG_CPSV_SHAPES',
])

/** First of the sockets that a service manager hands over (sd_listen_fds(3)). */
const firstHandedOver = 3

/** Checks the environment. Throws ConfigurationError for a wrong value, and for an AMTSWEG_ variable that does not exist. */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  processId = process.pid,
): Configuration {
  const known = Object.keys(Environment.shape)
  const given = Object.fromEntries(known.map((name) => [name, environment[name] || undefined]))
  const result = Environment.safeParse(given)
  const wrong = result.success
    ? []
    : result.error.issues.map(
        (issue) =>
          `${issue.path.join('.')} ${issue.message}, but is "${shownAddress(String(given[String(issue.path[0])]))}"`,
      )
  const unknown = Object.keys(environment)
    .filter((name) => ours.test(name) && !known.includes(name) && !others.has(name))
    .map((name) => `${name} is not a setting (there are ${known.filter((one) => ours.test(one)).join(', ')})`)
  if (result.data?.AMTSWEG_LINK_CHECK === 'on' && !result.data.AMTSWEG_CONTACT_URL)
    unknown.push(
      'AMTSWEG_LINK_CHECK is on and needs AMTSWEG_CONTACT_URL, where those who are asked can find you',
    )
  if (result.data?.AMTSWEG_DATABASE_REPLICA_URL && result.data.DATABASE_URL.startsWith('sqlite:'))
    unknown.push('AMTSWEG_DATABASE_REPLICA_URL needs a server of PostgreSQL in DATABASE_URL')
  if (result.data?.AMTSWEG_SIGN_IN_PROVIDERS && !result.data.AMTSWEG_PUBLIC_URL)
    unknown.push(
      'AMTSWEG_SIGN_IN_PROVIDERS needs AMTSWEG_PUBLIC_URL, the address a provider sends clerks back to',
    )
  if (!result.success || unknown.length > 0)
    throw new ConfigurationError(`The environment cannot be used: ${[...wrong, ...unknown].join('; ')}.`)
  const {
    PORT,
    HOST,
    DATABASE_URL,
    AMTSWEG_POOL_SIZE,
    AMTSWEG_DATABASE_REPLICA_URL,
    AMTSWEG_DEMO,
    AMTSWEG_COUNT_SEARCHES,
    AMTSWEG_COUNT_WEBSITES,
    AMTSWEG_HISTORY_DAYS,
    AMTSWEG_DRAIN_SECONDS,
    AMTSWEG_PUBLIC_URL,
    AMTSWEG_BACKUP_FOLDER,
    AMTSWEG_RELEASE_FOLDER,
    AMTSWEG_SECURITY_CONTACT,
    AMTSWEG_LDAP_FILE,
    AMTSWEG_OUTSIDE_SERVICES,
    AMTSWEG_CONTACT_URL,
    AMTSWEG_SIGN_IN_PROVIDERS,
  } = result.data
  const beside = dirname(databaseFile(DATABASE_URL) ?? 'var/database')
  const contact =
    AMTSWEG_SECURITY_CONTACT ?? (AMTSWEG_CONTACT_URL?.startsWith('https:') ? AMTSWEG_CONTACT_URL : undefined)
  return {
    port: PORT,
    host: HOST,
    // The numbers are meant for one process, and go on to those that it starts.
    ...(environment['LISTEN_PID'] === String(processId) && environment['LISTEN_FDS'] === '1'
      ? { socket: firstHandedOver }
      : {}),
    databaseUrl: DATABASE_URL,
    poolSize: AMTSWEG_POOL_SIZE ?? connectionsPerCore * availableParallelism(),
    ...(AMTSWEG_DATABASE_REPLICA_URL ? { replicaUrl: AMTSWEG_DATABASE_REPLICA_URL } : {}),
    demo: AMTSWEG_DEMO,
    countSearches: AMTSWEG_COUNT_SEARCHES === 'on',
    historyDays: AMTSWEG_HISTORY_DAYS,
    countWebsites: AMTSWEG_COUNT_WEBSITES === 'on',
    drainSeconds: AMTSWEG_DRAIN_SECONDS,
    ...(AMTSWEG_PUBLIC_URL ? { publicUrl: AMTSWEG_PUBLIC_URL } : {}),
    ...(contact ? { securityContact: contact } : {}),
    ...(AMTSWEG_LDAP_FILE ? { ldapFile: AMTSWEG_LDAP_FILE } : {}),
    ...(AMTSWEG_OUTSIDE_SERVICES ? { outsideServicesFile: AMTSWEG_OUTSIDE_SERVICES } : {}),
    backupFolder: AMTSWEG_BACKUP_FOLDER ?? join(beside, 'backups'),
    releaseFolder: AMTSWEG_RELEASE_FOLDER ?? join(beside, 'releases'),
    imports: importSettings(result.data),
    links: linkSettings(result.data, AMTSWEG_PUBLIC_URL),
    traffic: trafficSettings(result.data),
    signIn: signInSettings(result.data),
    ...(AMTSWEG_SIGN_IN_PROVIDERS ? { providersFile: AMTSWEG_SIGN_IN_PROVIDERS } : {}),
  }
}
