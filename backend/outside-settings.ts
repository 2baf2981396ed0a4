import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { type Configuration, ConfigurationError } from './configuration.ts'
import { outsideKinds, type OutsideService } from './geodata/index.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import { outsideCaps, outsideVisitor } from './integration/outside-visitor.ts'

const name = z.string().regex(/^[\w.:-]{1,60}$/, 'The name of a parameter')

const Service = z.strictObject({
  title: z.string().min(1).max(200),
  kind: z.enum(outsideKinds),
  url: z.url({ protocol: /^https?$/ }),
  attribution: z.string().min(1).max(500),
  parameters: z.array(name).max(30).default([]),
  key: z.strictObject({ parameter: name, file: z.string().min(1) }).optional(),
  maxAgeSeconds: z.number().int().min(60).max(31_536_000).default(86_400),
})

/** Reads which services of others maps may show (docs/guides/maps.md). Throws ConfigurationError that says which part is wrong. */
export function readOutsideServices(file: string): readonly OutsideService[] {
  const read = (path: string) => {
    try {
      return readFileSync(path, 'utf8')
    } catch (cause) {
      throw new ConfigurationError(
        `The file ${path} that AMTSWEG_OUTSIDE_SERVICES leads to cannot be read.`,
        {
          cause,
        },
      )
    }
  }
  const ids = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Small letters, digits and hyphens')
  const parsed = z.record(ids, Service).safeParse(json(read(file)))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigurationError(`AMTSWEG_OUTSIDE_SERVICES: ${issue?.path.join('.')}: ${issue?.message}`)
  }
  return Object.entries(parsed.data).map(([id, { key, maxAgeSeconds, ...service }]) => ({
    ...{ ...service, id, maxAge: maxAgeSeconds },
    key: key && { parameter: key.parameter, value: read(resolve(dirname(file), key.file)).trim() },
  }))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ConfigurationError('AMTSWEG_OUTSIDE_SERVICES leads to a file that is no JSON.', { cause })
  }
}

/** What routes need for services of others. */
export function outsideParts({
  outsideServicesFile: file,
  links,
}: Pick<Configuration, 'outsideServicesFile' | 'links'>) {
  const { allow, ownHosts, contactUrl } = links
  const userAgent = `Amtsweg-Map${contactUrl ? ` (+${contactUrl})` : ''}`
  return {
    services: file === undefined ? [] : readOutsideServices(file),
    ask: outsideVisitor(createGuardedClient({ userAgent, ownHosts, allow, caps: outsideCaps })),
  }
}
