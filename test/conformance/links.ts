import { entries, isText, members } from './json.ts'
import { type Findings, unless } from './method.ts'
import { type Answer, bodyOf, geoJson, type Service } from './service.ts'

export interface Link {
  /** In full. */
  readonly href: string
  readonly rel: string
  readonly type: string
}

const features = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/'
const gml = 'application/gml+xml;version=3.2;profile=http://www.opengis.net/def/profile/ogc/2.0/gml-sf'

/** How pages about collections, and features, are written under each class of encodings. */
const encodings: Readonly<Record<string, { readonly page: string; readonly features: string }>> = {
  [`${features}geojson`]: { page: 'application/json', features: geoJson },
  [`${features}html`]: { page: 'text/html', features: 'text/html' },
  [`${features}gmlsf0`]: { page: 'application/xml', features: `${gml}0` },
  [`${features}gmlsf2`]: { page: 'application/xml', features: `${gml}2` },
}

/** Media types of the encodings whose classes a server claims. */
export async function claimedTypes(service: Service, of: 'page' | 'features'): Promise<readonly string[]> {
  const claimed = await service.conformance()
  const types = claimed.map((one) => encodings[one]?.[of]).filter((type) => type !== undefined)
  return [...new Set(types)]
}

/** The links of a document that lies at an address. */
export const linksOf = (document: unknown, at: string): readonly Link[] =>
  entries(members(document)['links'])
    .map(members)
    .map(({ href, rel, type }) => ({
      href: isText(href) && URL.canParse(href, at) ? new URL(href, at).href : '',
      rel: isText(rel) ? rel : '',
      type: isText(type) ? type : '',
    }))

/** Every link has an address, a relation and a media type. */
export const incompleteLinks = (links: readonly Link[]): Findings =>
  links
    .filter(({ href, rel, type }) => !href || !rel || !type)
    .map((link) => `a link without href, rel or type: ${JSON.stringify(link)}`)

export const sameType = (one: string, other: string): boolean => plain(one) === plain(other)
const plain = (type: string) => type.toLowerCase().replaceAll(/\s|;charset=[^;]*/g, '')

/** A link to itself and one to each other encoding that is claimed, which is really there. */
export async function wrongLinks(
  service: Service,
  answer: Answer,
  of: 'page' | 'features',
): Promise<Findings> {
  const links = linksOf(bodyOf(answer), answer.url)
  const types = await claimedTypes(service, of)
  const self = findLink(links, 'self')
  const missing = types
    .filter((type) => !sameType(type, self?.type ?? '') && !findLink(links, 'alternate', type))
    .map((type) => `no link rel="alternate" type="${type}"`)
  const dead: Findings[] = []
  for (const link of links.filter(({ rel }) => rel === 'alternate'))
    dead.push(await wrongTarget(service, link))
  return [
    ...unless(self !== undefined, 'no link rel="self"'),
    ...missing,
    ...incompleteLinks(links),
    ...dead.flat(),
  ]
}

async function wrongTarget(service: Service, { href, type }: Link): Promise<Findings> {
  const { status, type: got } = await service.get(href, type)
  return unless(
    status === 200 && got.startsWith(type.split(';')[0] ?? ''),
    `${href} is ${status} ${got}, not ${type}`,
  )
}

/** A link by its relation, and by its media type if one is named. */
export const findLink = (links: readonly Link[], rel: string, type?: string): Link | undefined =>
  links.find((link) => link.rel === rel && (type === undefined || sameType(link.type, type)))
