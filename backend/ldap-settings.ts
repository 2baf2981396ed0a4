import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { ConfigurationError } from './configuration.ts'
import type { LdapServer } from './integration/ldap-directory.ts'

const attribute = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,60}$/, 'The name of an attribute')

const Directory = z.strictObject({
  url: z
    .string()
    .regex(/^ldaps?:\/\/(?:[A-Za-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/, 'ldaps://host or ldap://host'),
  startTls: z.boolean().default(false),
  ca: z.string().optional(),
  bindDn: z.string().min(1),
  passwordFile: z.string().min(1),
  baseDn: z.string().min(1),
  filter: z.string().default('(objectClass=inetOrgPerson)'),
  attributes: z
    .strictObject({
      key: attribute.default('entryUUID'),
      familyName: attribute.default('sn'),
      givenName: attribute.optional(),
      honorific: attribute.optional(),
      function: attribute.default('title'),
      unit: attribute.default('ou'),
      topics: attribute.optional(),
      phone: attribute.optional(),
      fax: attribute.optional(),
      email: attribute.optional(),
      room: attribute.optional(),
      changed: attribute.default('modifyTimestamp'),
    })
    .prefault({}),
  /** What the unit attribute says, and the id of our office; what is not named here is looked up by id, identifier and name. */
  units: z.record(z.string(), z.string()).default({}),
  misses: z.number().int().min(1).max(30).default(2),
  completeEveryHours: z.number().min(1).max(720).default(24),
  pageSize: z.number().int().min(10).max(1_000).default(500),
  timeoutSeconds: z.number().min(1).max(600).default(30),
})

/** The directory of one authority. */
export interface LdapSettings extends Pick<
  z.infer<typeof Directory>,
  'attributes' | 'units' | 'misses' | 'completeEveryHours'
> {
  readonly server: LdapServer
}

/** Reads which authority has its people where (docs/guides/ldap.md). Throws ConfigurationError that says which part is wrong. */
export function readLdapSettings(file: string): ReadonlyMap<string, LdapSettings> {
  const beside = (path: string) => resolve(dirname(file), path)
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8')
    } catch (cause) {
      throw new ConfigurationError(`The file ${path} that AMTSWEG_LDAP_FILE leads to cannot be read.`, {
        cause,
      })
    }
  }
  const parsed = z.record(z.string(), Directory).safeParse(json(read(file)))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigurationError(`AMTSWEG_LDAP_FILE: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  return new Map(
    Object.entries(parsed.data).map(([authority, one]) => [
      authority,
      {
        ...{ attributes: one.attributes, units: one.units },
        ...{ misses: one.misses, completeEveryHours: one.completeEveryHours },
        server: {
          ...{
            url: one.url,
            startTls: one.startTls,
            bindDn: one.bindDn,
            baseDn: one.baseDn,
            filter: one.filter,
          },
          ...{
            changed: one.attributes.changed,
            pageSize: one.pageSize,
            patience: one.timeoutSeconds * 1_000,
          },
          ...{ password: read(beside(one.passwordFile)).trim(), mostEntries: 50_000 },
          ca: one.ca === undefined ? undefined : read(beside(one.ca)),
        },
      },
    ]),
  )
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
