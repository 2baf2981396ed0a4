import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { ConfigurationError } from './configuration.ts'
import type { OidcSettings } from './integration/oidc.ts'

const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/

const Provider = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'must be of a-z, 0-9 and -'),
    label: z.string().trim().min(1).max(60),
    issuer: z
      .url()
      .refine(
        (text) => (text.startsWith('https://') || loopback.test(text)) && !/[?#]/.test(text),
        'must be an https address without ? and #, exactly as the provider names itself',
      ),
    clientId: z.string().min(1),
    secret: z.string().min(1).optional(),
    secretFile: z.string().min(1).optional(),
    trustEmail: z.boolean().default(false),
  })
  .refine(
    ({ secret, secretFile }) => (secret === undefined) !== (secretFile === undefined),
    'must have either secret or secretFile',
  )
const Providers = z
  .array(Provider)
  .max(20)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'must not name an id twice')
  .refine(
    (all) => new Set(all.map(({ issuer }) => issuer)).size === all.length,
    'must not name an issuer twice: its accounts would be one',
  )

/** Reads the identity providers of an operator; files are found from the folder of the list. Throws ConfigurationError. */
export function readProviders(file: string): readonly OidcSettings[] {
  const result = Providers.safeParse(parsed(file))
  if (!result.success) {
    const told = result.error.issues.map(({ path, message }) => `${path.join('.') || 'the list'}: ${message}`)
    throw new ConfigurationError(`The identity providers in ${file} cannot be used: ${told.join('; ')}.`)
  }
  return result.data.map(({ secret, secretFile, trustEmail, ...rest }) => ({
    ...rest,
    isEmailTrusted: trustEmail,
    clientSecret: secret ?? read(resolve(dirname(file), secretFile ?? '')).trim(),
  }))
}

function parsed(file: string): unknown {
  const text = read(file)
  try {
    return JSON.parse(text)
  } catch (cause) {
    // What stands in it may be a secret: the parser's message quotes it.
    throw new ConfigurationError(`${file} is no JSON.`, { cause })
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new ConfigurationError(
      `${file} cannot be read (${code}): it belongs to AMTSWEG_SIGN_IN_PROVIDERS.`,
      {
        cause,
      },
    )
  }
}
