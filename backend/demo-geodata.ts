import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { GeoAudience, GeoCollectionPath, GeoFileOptions, GeoLicenceCode, GeoTheme } from '@amtsweg/contract'
import { saveAuthority } from './access/index.ts'
import type { Db } from './database/database.ts'
import { importGeofile, type InTransaction, saveCollection } from './geodata/index.ts'

/** What the demo's folder of geodata holds: invented towns, drawn by us. */
const Demo = z.object({
  authorities: z.array(z.object({ id: z.string(), regionKey: z.string(), name: z.string() })),
  collections: z.array(
    z.object({
      id: GeoCollectionPath.shape.id,
      authority: z.string(),
      file: z.string(),
      title: z.string(),
      description: z.string(),
      keywords: z.array(z.string()),
      theme: GeoTheme,
      licence: GeoLicenceCode,
      audience: GeoAudience,
      ...GeoFileOptions.pick({ beginsProperty: true, endsProperty: true }).shape,
    }),
  ),
})

interface Parts {
  readonly db: Db
  readonly inTransaction: InTransaction
  readonly now: Date
  /** Holds collections.json and the files it names. */
  readonly folder: string
}

/** Publishes the geodata of the demo's two invented towns, as their officers would have. */
export async function loadDemoGeodata({ db, inTransaction, now, folder }: Parts): Promise<number> {
  const { authorities, collections } = Demo.parse(
    JSON.parse(readFileSync(join(folder, 'collections.json'), 'utf8')),
  )
  const at = now.toISOString()
  const names = new Map(authorities.map(({ id, name }) => [id, name]))
  for (const { id, regionKey, name } of authorities)
    await saveAuthority(
      db,
      {
        id,
        regionKey,
        names: { de: name },
        languages: ['de'],
        holidaysLand: '13',
        fourEyes: false,
        origins: [],
      },
      at,
    )
  for (const { id, authority, file, beginsProperty, endsProperty, ...said } of collections) {
    const record = {
      ...said,
      provider: names.get(authority) ?? authority,
      sourceUri: `https://www.${authority}.example/geodaten`,
      changed: false,
      titleProperty: 'name',
    }
    const kept = { id, authorityId: authority, at }
    await inTransaction((trx) => saveCollection(trx, { ...record, version: null }, kept))
    const report = await importGeofile(
      { inTransaction, now: at, createdBy: 'demo', folder, signal: new AbortController().signal },
      join(folder, file),
      file,
      {
        ...{ collection: id, ...(beginsProperty ? { beginsProperty } : {}) },
        ...(endsProperty ? { endsProperty } : {}),
      },
    )
    if (report.version === null)
      throw new Error(`${file}: ${report.findings.map(({ words }) => words).join(' ')}`)
    await inTransaction((trx) => saveCollection(trx, { ...record, version: report.version }, kept))
  }
  return collections.length
}
