import { isDeepStrictEqual } from 'node:util'
import { eachCollection } from './features.ts'
import { entries, isText, members } from './json.ts'
import { claimedTypes, linksOf, sameType, wrongLinks } from './links.ts'
import { about, type Findings, type Method, methodsOf, unless } from './method.ts'
import { bodyOf, type Collection, collectionsOf, type Service } from './service.ts'

/** The entries of /collections, as they stand there. */
const listed = async (service: Service) =>
  entries(members(bodyOf(await service.get('/collections')))['collections']).map(members)

const collections = methodsOf('core/collections/FeatureCollections', {
  validateFeatureCollectionsMetadataOperation: async (service) => {
    const { status, url } = await service.get('/collections')
    return unless(status === 200, `${url} is ${status}`)
  },

  validateFeatureCollectionsMetadataOperationResponse_Content: async (service) => {
    const all = await listed(service)
    return [
      ...unless(all.length > 0, 'there is no collection'),
      ...all.flatMap((one) => about(String(one['id']), wrongCollection(one))),
    ]
  },

  validateFeatureCollectionsMetadataOperationResponse_CrsProperty: async (service) =>
    (await listed(service)).flatMap(({ id, crs }) => {
      const [first] = entries(crs)
      return unless(crs === undefined || isDefault(first), `${String(id)}: the first crs is ${String(first)}`)
    }),

  validateFeatureCollectionsMetadataOperationResponse_Items: async (service) => {
    const types = await claimedTypes(service, 'features')
    return (await collectionsOf(service)).flatMap(({ id, described }) => {
      const links = linksOf(described, service.base).filter(({ rel }) => rel === 'items')
      const missing = types.filter((type) => !links.some((link) => sameType(link.type, type)))
      return about(
        id,
        missing.map((type) => `no link rel="items" type="${type}"`),
      )
    })
  },

  validateFeatureCollectionsMetadataOperationResponse_Links: async (service) =>
    wrongLinks(service, await service.get('/collections'), 'page'),
})

const isDefault = (crs: unknown) =>
  isText(crs) && /^https?:\/\/www\.opengis\.net\/def\/crs\/OGC\/(1\.3\/CRS84|0\/CRS84h)$/.test(crs)

/** How the description of a collection breaks the standard's schema. */
function wrongCollection(one: Readonly<Record<string, unknown>>): Findings {
  const extent = members(one['extent'])
  const { spatial, temporal } = extent
  const texts = ['title', 'description', 'itemType', 'storageCrs'].filter(
    (name) => one[name] !== undefined && !isText(one[name]),
  )
  return [
    ...unless(isText(one['id']), 'has no id'),
    ...unless(Array.isArray(one['links']), 'has no links'),
    ...texts.map((name) => `${name} is no text`),
    ...unless(one['crs'] === undefined || entries(one['crs']).every(isText), 'crs is no list of texts'),
    ...(spatial === undefined ? [] : wrongBoxes(members(spatial)['bbox'])),
    ...(temporal === undefined ? [] : wrongIntervals(members(temporal)['interval'])),
  ]
}

function wrongBoxes(boxes: unknown): Findings {
  const good = entries(boxes).filter(
    (box) => [4, 6].includes(entries(box).length) && entries(box).every((number) => Number.isFinite(number)),
  )
  return unless(
    good.length > 0 && good.length === entries(boxes).length,
    `extent.spatial.bbox is ${JSON.stringify(boxes)}`,
  )
}

function wrongIntervals(intervals: unknown): Findings {
  const isEnd = (end: unknown) => end === null || (isText(end) && !Number.isNaN(Date.parse(end)))
  const good = entries(intervals).filter((one) => entries(one).length === 2 && entries(one).every(isEnd))
  return unless(
    good.length > 0 && good.length === entries(intervals).length,
    `extent.temporal.interval is ${JSON.stringify(intervals)}`,
  )
}

/** The page of a collection. */
const askCollection = (service: Service, { id }: Collection) =>
  service.get(`/collections/${encodeURIComponent(id)}`)

const collection = methodsOf('core/collections/FeatureCollection', {
  validateFeatureCollectionMetadataOperation: eachCollection(async (service, one) => {
    const { status, url } = await askCollection(service, one)
    return unless(status === 200, `${url} is ${status}`)
  }),

  validateFeatureCollectionMetadataResponse: eachCollection(async (service, one) => {
    const answer = await askCollection(service, one)
    const own = members(bodyOf(answer))
    const differing = ['id', 'title', 'description', 'extent', 'itemType'].filter(
      (name) => !isDeepStrictEqual(own[name], one.described[name]),
    )
    const links = linksOf(own, answer.url)
    const missing = linksOf(one.described, service.base).filter(
      ({ href, rel, type }) =>
        !links.some((link) => link.href === href && link.rel === rel && sameType(link.type, type)),
    )
    return [
      ...differing.map((name) => `${name} is not that of /collections`),
      ...missing.map(({ href, rel }) => `the link rel="${rel}" to ${href} is only in /collections`),
      ...wrongCollection(own),
    ]
  }),
})

/** Core: what is told of collections. */
export const collectionMethods: readonly Method[] = [...collection, ...collections]
