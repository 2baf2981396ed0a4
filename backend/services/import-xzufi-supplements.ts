import { type ImportContext, insertAll, type XzufiMention } from '../import/index.ts'
import { serviceIdsOf } from './repository-identifiers.ts'
import { htmlOf, richTextOf } from './rich-text.ts'
import { areasIn, servicesIn } from './xzufi-responsibility.ts'
import { authorOf, changedAt, contentOf, type RegionOf } from './xzufi-service.ts'

/** Ids of supplements from XZuFi begin so, as the ids of all its objects do. */
const ownIds = 'xz_'
const endOfOwnIds = 'xz`'

/**
 * Makes the supplements of services equal to the texts of the Spezialisierungen that speak of them, also of services that
 * came in another format or are away for a while. A Spezialisierung without a region has become part of the service's own text.
 */
export async function replaceSupplements(
  { trx }: ImportContext,
  serviceIds: readonly string[],
  special: readonly XzufiMention[],
  { day, regionOf }: { readonly day: string; readonly regionOf: RegionOf },
): Promise<void> {
  const others = await serviceIdsOf(
    trx,
    special.flatMap(({ element }) => servicesIn(element)),
  )
  const rows = special.flatMap((one) => {
    const serviceId = others.get(one.targetId) ?? one.targetId
    const regions = new Set(
      areasIn(one.element)
        .flatMap((area) => regionOf(area) ?? [])
        .filter((region) => region !== ''),
    )
    const texts = contentOf(one.element, day).modules
    return [...regions].flatMap((region) =>
      texts.flatMap((text) => supplementRow(one, serviceId, region, text)),
    )
  })
  await trx
    .deleteFrom('service_supplement')
    .where('service_id', 'in', [...serviceIds, ...others.values()])
    .where('id', '>=', ownIds)
    .where('id', '<', endOfOwnIds)
    .execute()
  await insertAll(
    trx,
    'service_supplement',
    rows.map((row, index) => ({ ...row, id: `${row.id}:${index}` })),
  )
}

function supplementRow(
  { id, element, sourceId }: XzufiMention,
  serviceId: string,
  region: string,
  { code, lang, html }: { readonly code: string; readonly lang: string; readonly html: string },
) {
  const content = richTextOf(html)
  if (content.length === 0) return []
  return [
    {
      id,
      service_id: serviceId,
      region_key: region,
      lang,
      code,
      html: htmlOf(content),
      content: JSON.stringify(content),
      mode: 'addition' as const,
      author: authorOf(element) ?? null,
      updated_at: changedAt(element) ?? null,
      source_id: sourceId,
    },
  ]
}
