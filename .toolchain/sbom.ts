import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library'
import { PackageURL } from 'packageurl-js'
import { root } from './tools.ts'

/** A package as `pnpm list` tells of it. */
export interface Listed {
  readonly version?: string
  /** Folder it is installed in. */
  readonly path?: string
  readonly dependencies?: Readonly<Record<string, Listed>>
}

/** A package of others that is shipped. */
export interface Shipped {
  readonly name: string
  readonly version: string
  readonly licence: string | undefined
}

interface Manifest {
  readonly version: string
  readonly license?: string
}
const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** Every package of others below ours, each version once, in the order of their names. */
export function packagesOf(ours: readonly Listed[]): readonly Shipped[] {
  const found = new Map<string, Shipped>()
  const visit = ([name, { version = '', path, dependencies = {} }]: readonly [string, Listed]) => {
    const isOurs = version.startsWith('link:')
    if (!isOurs && !found.has(`${name}@${version}`))
      found.set(`${name}@${version}`, { name, version, licence: path ? manifestIn(path).license : undefined })
    Object.entries(dependencies).forEach(visit)
  }
  for (const { dependencies = {} } of ours) Object.entries(dependencies).forEach(visit)
  return [...found.values()].sort((a, b) => (`${a.name}@${a.version}` < `${b.name}@${b.version}` ? -1 : 1))
}

/** The bill as CycloneDX 1.6 in JSON. The same packages make the same text: no time and no random number is in it. */
export function bill(packages: readonly Shipped[]): string {
  const amtsweg = new Models.Component(Enums.ComponentType.Application, 'amtsweg', {
    ...{ bomRef: 'amtsweg', version: manifestIn(root).version },
    licenses: licencesOf('Apache-2.0'),
  })
  const components = packages.map(({ name, version, licence }) => {
    const [scope, plain] = name.startsWith('@') ? name.split('/') : [undefined, name]
    const purl = new PackageURL('npm', scope, plain ?? name, version, undefined, undefined).toString()
    return new Models.Component(Enums.ComponentType.Library, name, {
      ...{ version, purl, bomRef: purl },
      ...(licence ? { licenses: licencesOf(licence) } : {}),
    })
  })
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: amtsweg }),
    components: new Models.ComponentRepository(components),
  })
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}

const licencesOf = (licence: string) =>
  new Models.LicenseRepository([
    SPDX.isSupportedSpdxId(licence) ? new Models.SpdxLicense(licence) : new Models.NamedLicense(licence),
  ])
