import {
  type ImportContext,
  touchedServices,
  xzufiId,
  type XzufiIdentifier,
  type XzufiMention,
  xzufiMentions,
  xzufiOffers,
  type XzufiRecord,
  xzufiRecords,
} from '../import/index.ts'
import { regionAround } from '../places/index.ts'
import { type SourcedRecord, writeSome } from './import-some.ts'
import { replaceSupplements } from './import-xzufi-supplements.ts'
import type { PartRecord } from './service-record.ts'
import { offerParts } from './xzufi-offers.ts'
import {
  areasIn,
  ownResponsibilities,
  transferredResponsibility,
  type XzufiResponsibility,
} from './xzufi-responsibility.ts'
import { contentOf, type RegionOf, serviceOf } from './xzufi-service.ts'

/** Services that are made at once: few statements, little memory. */
const page = 100

/**
 * Makes the services equal to what is recorded of them after an import of XZuFi: the Leistung itself, what Spezialisierungen
 * add in their regions, and the online services and forms that are offered for it. Only those that the import touched.
 */
export async function projectServices(context: ImportContext, around: XzufiSurroundings): Promise<void> {
  for await (const ids of touchedServices(context.trx, context.now, page))
    await projectPage(context, ids, around)
}

/** What a description is read with. */
export interface XzufiSurroundings {
  readonly regionOf: RegionOf
  /** Line of the file an object stands on; 0 for one of an earlier file. */
  readonly lineOf: (kind: string, id: string) => number
}

async function projectPage(
  context: ImportContext,
  ids: readonly string[],
  { regionOf, lineOf }: XzufiSurroundings,
): Promise<void> {
  const { trx } = context
  const services = await xzufiRecords(trx, 'leistung', ids)
  const living = new Set(services.map(({ id }) => id))
  const offers = await offersFor(context, ids, regionOf)
  const special = Map.groupBy(
    await xzufiMentions(trx, ['spezialisierung'], 'service', ids),
    ({ targetId }) => targetId,
  )
  const day = context.now.slice(0, 10)
  const records = services.map((service) =>
    described(service, special.get(service.id) ?? [], offers.get(service.id) ?? [], {
      day,
      regionOf,
      lineOf,
    }),
  )
  const gone = ids.filter((id) => !living.has(id))
  await trx
    .deleteFrom('service')
    .where('id', 'in', gone.length > 0 ? gone : [''])
    .execute()
  await writeSome(context, records)
  await replaceSupplements(context, ids, [...special.values()].flat(), { day, regionOf })
}

function described(
  { kind, id, element, identifier, sourceId }: XzufiRecord,
  special: readonly XzufiRecord[],
  offers: readonly PartRecord[],
  { day, regionOf, lineOf }: XzufiSurroundings & { readonly day: string },
): SourcedRecord {
  const service = serviceOf(element, identifier, {
    day,
    regionKey: regionAround(regionsOf(areasIn(element), regionOf)) || undefined,
  })
  const added = special.map((one) => ({
    ...contentOf(one.element, day),
    regions: regionsOf(areasIn(one.element), regionOf).filter((region) => region !== ''),
  }))
  return {
    sourceId,
    record: {
      ...service,
      line: lineOf(kind, id),
      modules: [...service.modules, ...added.flatMap((one) => (one.regions.length === 0 ? one.modules : []))],
      parts: [
        ...service.parts,
        ...added.flatMap(({ parts, regions }) =>
          regions.length === 0
            ? parts
            : regions.flatMap((regionKey) => parts.map((part) => ({ ...part, regionKey }))),
        ),
        ...offers,
      ],
    },
  }
}

/** Regions of areas; those nobody knows are left out. */
const regionsOf = (areas: readonly XzufiIdentifier[], regionOf: RegionOf): readonly string[] => [
  ...new Set(areas.flatMap((area) => regionOf(area) ?? [])),
]

const offerKinds = { onlinedienst: 'online-service', formular: 'form' } as const
const isOffer = (kind: string): kind is keyof typeof offerKinds => Object.hasOwn(offerKinds, kind)

/** Online services and forms by service: what names the service itself, and what a Zustaendigkeit offers for it. */
async function offersFor(
  { trx }: ImportContext,
  ids: readonly string[],
  regionOf: RegionOf,
): Promise<ReadonlyMap<string, readonly PartRecord[]>> {
  const offers = new Map<string, PartRecord[]>()
  const add = (serviceId: string, offer: XzufiRecord, areas: readonly XzufiIdentifier[]) => {
    if (!isOffer(offer.kind)) return
    const regions =
      areas.length === 0 ? [undefined] : regionsOf(areas, regionOf).map((region) => region || undefined)
    const parts = offerParts(offerKinds[offer.kind], offer.element, regions)
    offers.set(serviceId, [...(offers.get(serviceId) ?? []), ...parts])
  }
  for (const offer of await xzufiMentions(trx, Object.keys(offerKinds), 'service', ids))
    add(offer.targetId, offer, statedAreas(offer))
  for (const { offer, responsibility, serviceId } of await xzufiOffers(trx, Object.keys(offerKinds), ids))
    add(serviceId, offer, transferredResponsibility(responsibility).areas)
  return offers
}

/** Where an offer says itself that it holds for a service. */
function statedAreas({ element, targetId }: XzufiMention): readonly XzufiIdentifier[] {
  const own = ownResponsibilities(element).filter((one) => speaksOf(one, targetId))
  return own.length > 0 ? own.flatMap(({ areas }) => areas) : areasIn(element)
}

const speaksOf = ({ services }: XzufiResponsibility, serviceId: string): boolean =>
  services.some((service) => xzufiId(service) === serviceId)
