import type { Provenance } from '@amtsweg/contract'
import { provenanceOf } from './provenance.ts'
import type { PageRow } from './repository-page.ts'
import type { ServiceRow } from './tables.ts'

/** Who wrote what on one page of a service. */
export interface WhoWrote {
  readonly ofService: Provenance
  /** Nothing for a part that is the whole description's. */
  readonly ofPart: (row: PageRow) => { readonly provenance?: Provenance }
  /** Of a supplement, or of words in the place of a text. */
  readonly ofLocal: (row: PageRow) => Provenance
}

/** Brings the recorded authors and dates of a service together with the names of areas and sources. */
export function authorsOf(
  service: ServiceRow,
  areas: readonly PageRow[],
  origins: readonly PageRow[],
): WhoWrote {
  const areaAt = new Map(
    areas.map(({ region_key, name, extra }) => [region_key, { name, kind: extra ?? '' }]),
  )
  const originOf = new Map(
    origins.map(({ source_id, name, extra, updated_at }) => [
      source_id,
      { name, publisher: extra, asOf: updated_at },
    ]),
  )
  const told = (
    regionKey: string | null,
    source: string,
    { author, updated_at }: Pick<PageRow, 'author' | 'updated_at'>,
  ) =>
    provenanceOf(
      { regionKey, source, author, updatedAt: updated_at },
      areaAt.get(regionKey),
      originOf.get(source),
    )
  return {
    ofService: told(service.region_key, service.source_id, service),
    ofPart: ({ region_key, author, updated_at }) =>
      region_key || author || updated_at
        ? {
            provenance: told(region_key ?? service.region_key, service.source_id, {
              author: author ?? service.author,
              updated_at: updated_at ?? service.updated_at,
            }),
          }
        : {},
    ofLocal: (row) => told(row.region_key, row.source_id ?? service.source_id, row),
  }
}
