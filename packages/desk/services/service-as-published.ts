import type { LocalPartsBody, Service, SupplementEdit } from '@amtsweg/contract'
import { drafted, emptyService, type ServiceRecord, supplemented } from './service-draft.ts'

interface Written {
  readonly draft: ServiceRecord | undefined
  readonly items: readonly SupplementEdit[]
  readonly parts: LocalPartsBody
  readonly isNew: boolean
  readonly regionKey: string | null
  readonly areaName: string
}

/** A service as it would read in a language, were all that is written published now. */
export function asPublished(
  published: Service | undefined,
  lang: string,
  { draft, items, parts, isNew, regionKey, areaName }: Written,
): Service {
  const base = published ?? emptyService(regionKey ?? undefined, areaName)
  const said = draft ? drafted(draft, lang, base) : base
  if (!regionKey || isNew) return said
  const at = new Date().toISOString()
  return supplemented(said, { regionKey, areaName, at, supplements: items, parts }, lang)
}
