import { entries, isText, members } from './json.ts'
import { about, type Findings, Inapplicable, type Method, methodsOf, unless } from './method.ts'
import { bodyOf, type Collection, collectionsOf, type Service } from './service.ts'

type Members = Readonly<Record<string, unknown>>

const claim = 'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs'

/** Everything of Part 2 begins with this. */
async function requireClaim(service: Service): Promise<void> {
  if (!(await service.conformance()).includes(claim)) throw new Inapplicable(`${claim} is not claimed`)
}

/** The same for each method of a class. */
export const claimed = (methods: Readonly<Record<string, Method['run']>>): typeof methods =>
  Object.fromEntries(
    Object.entries(methods).map(([name, run]) => [
      name,
      async (service: Service) => {
        await requireClaim(service)
        return run(service)
      },
    ]),
  )

/** The list that collections may refer to. */
const globalList = async (service: Service) => members(bodyOf(await service.get('/collections')))['crs']

/** The systems of a collection, with those of the global list if it refers to them. */
export async function systemsOf(service: Service, described: Members): Promise<readonly string[]> {
  const own = entries(described['crs']).filter(isText)
  const shared = own.includes('#/crs') ? entries(await globalList(service)).filter(isText) : []
  return [...own.filter((one) => one !== '#/crs'), ...shared]
}

/** CRS84, or CRS84h for features with heights: whichever is listed. */
export const defaultOf = (systems: readonly string[]): string | undefined => systems.find(isDefault)

const isDefault = (uri: string) =>
  /^https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/(1\.3\/CRS84|0\/CRS84h)$/.test(uri)

/** RFC 3986, RFC 8141 for URNs, and the OGC's own form of names. */
function wrongName(uri: unknown): Findings {
  if (!isText(uri)) return [`${JSON.stringify(uri)} is no text`]
  if (/^http:\/\/www\.opengis\.net\/def\/crs\//.test(uri))
    return unless(/\/def\/crs\/[\w.-]+\/[\w.-]+\/[\w.-]+$/.test(uri), `${uri} is no name of a system`)
  if (uri.startsWith('urn:ogc:def:crs:'))
    return unless(/^urn:ogc:def:crs:[\w.-]+:[\w.-]*:[\w.-]+$/.test(uri), `${uri} is no name of a system`)
  if (/^urn:/i.test(uri))
    return unless(/^urn:[a-z\d][a-z\d-]{0,30}[a-z\d]:\S+$/i.test(uri), `${uri} is no URN`)
  return unless(/^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i.test(uri) && URL.canParse(uri), `${uri} is no URI`)
}

/** Looks at each collection as its page describes it. */
const eachPage = (look: (described: Members, service: Service) => Promise<Findings>) =>
  each(async (service, { id }) =>
    look(members(bodyOf(await service.get(`/collections/${encodeURIComponent(id)}`))), service),
  )

/** Looks at each collection as /collections describes it. */
const eachEntry = (look: (described: Members, service: Service) => Promise<Findings>) =>
  each((service, { described }) => look(described, service))

function each(look: (service: Service, collection: Collection) => Promise<Findings>): Method['run'] {
  return async (service) => {
    const findings: Findings[] = []
    for (const collection of await collectionsOf(service))
      findings.push(about(collection.id, await look(service, collection)))
    return findings.flat()
  }
}

const names = (shared: boolean) => async (described: Members, service: Service) => {
  const global = await globalList(service)
  const own = entries(described['crs']).filter((uri) => !(shared && uri === '#/crs' && global !== undefined))
  return [...unless(entries(described['crs']).length > 0, 'has no crs'), ...own.flatMap(wrongName)]
}

const storageName = async ({ storageCrs }: Members) => (storageCrs === undefined ? [] : wrongName(storageCrs))

const hasDefault = async (described: Members, service: Service) =>
  unless(
    members(described['extent'])['spatial'] === undefined ||
      defaultOf(await systemsOf(service, described)) !== undefined,
    'crs names neither CRS84 nor CRS84h',
  )

const hasStorage = async (described: Members, service: Service) => {
  const { storageCrs } = described
  if (!isText(storageCrs)) return []
  return unless(
    (await systemsOf(service, described)).includes(storageCrs),
    `crs does not name storageCrs ${storageCrs}`,
  )
}

/** Part 2: what collections tell of their systems. */
export const crsDiscoveryMethods: readonly Method[] = [
  ...methodsOf('crs/CrsRequirementClassPrecondition', {
    // Whoever serves other systems without the claim keeps it from clients that look for the claim first.
    verifyConformanceClass: async (service) => {
      const systems = (await service.collections()).map(({ described }) => described['storageCrs'])
      if (systems.every((one) => one === undefined)) await requireClaim(service)
      return unless((await service.conformance()).includes(claim), `${claim} is not claimed`)
    },
  }),
  ...methodsOf(
    'crs/discovery/collection/DiscoveryCollectionCrsUri',
    claimed({
      verifyCollectionCrsIdentifierOfCrsProperty: eachPage(names(true)),
      verifyCollectionCrsIdentifierOfStorageCrsProperty: eachPage(storageName),
    }),
  ),
  ...methodsOf(
    'crs/discovery/collection/DiscoveryCollectionDefaultCrs',
    claimed({ verifyCollectionCrsIdentifierOfCrsProperty: eachPage(hasDefault) }),
  ),
  ...methodsOf(
    'crs/discovery/collection/DiscoveryCollectionStorageCrs',
    claimed({ verifyCollectionCrsIdentifierOfCrsProperty: eachPage(hasStorage) }),
  ),
  ...methodsOf(
    'crs/discovery/collections/DiscoveryCollectionsCrsUri',
    claimed({
      verifyCollectionsCollectionCrsIdentifierOfCrsProperty: eachEntry(names(true)),
      verifyCollectionsCollectionCrsIdentifierOfStorageCrs: eachEntry(storageName),

      verifyCollectionsCrsIdentifierOfCrsProperty: async (service) => {
        const shared = await globalList(service)
        if (shared === undefined) throw new Inapplicable('/collections has no crs of its own')
        return entries(shared).flatMap(wrongName)
      },

      verifyCollectionsCrsIdentifierOfStorageCrs: async (service) => {
        const { storageCrs } = members(bodyOf(await service.get('/collections')))
        if (storageCrs === undefined) throw new Inapplicable('/collections has no storageCrs of its own')
        return wrongName(storageCrs)
      },
    }),
  ),
  ...methodsOf(
    'crs/discovery/collections/DiscoveryCollectionsDefaultCrs',
    claimed({ verifyCollectionsPathCollectionCrsPropertyContainsDefaultCrs: eachEntry(hasDefault) }),
  ),
  ...methodsOf(
    'crs/discovery/collections/DiscoveryCollectionsStorageCrs',
    claimed({ verifyCollectionsPathCollectionCrsPropertyContainsStorageCrs: eachEntry(hasStorage) }),
  ),
]
