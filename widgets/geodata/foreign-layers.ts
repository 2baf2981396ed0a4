import type { OgcCollection, OgcFeaturePage, OgcLink, OgcQueryables } from '@amtsweg/contract'
import { type Ask, type Layer, mostFeatures, perRequest, withPage } from './features.ts'
import { ForeignError, readJson } from './foreign-document.ts'
import { featuresOf } from './foreign-geometry.ts'
import type { LayerSettings } from './layer-settings.ts'

const names = ['name', 'title', 'titel', 'bezeichnung', 'label', 'Name', 'NAME']

/** What is called by none of these has no name, unless the page says which property it is. */
function nameOf({ nameProperty }: LayerSettings, page: OgcFeaturePage): string {
  const properties = page.features[0]?.properties ?? {}
  return nameProperty || (names.find((name) => typeof properties[name] === 'string') ?? 'name')
}

function lastOf(address: string): string {
  const last = new URL(address).pathname
    .replace(/\/(items)?$/, '')
    .split('/')
    .at(-1)!
  try {
    return decodeURIComponent(last)
  } catch {
    // Names of old servers in Latin-1.
    return last
  }
}

function pageOf(document: unknown): OgcFeaturePage {
  const features = featuresOf(document)
  if (!features) throw new ForeignError('Unreadable')
  const { links, numberMatched } = document as { readonly links?: unknown; readonly numberMatched?: unknown }
  return {
    type: 'FeatureCollection',
    features,
    ...(typeof numberMatched === 'number' && { numberMatched }),
    ...(Array.isArray(links) && { links: links.filter(isLink) }),
  }
}

const isLink = (one: unknown): one is OgcLink =>
  typeof (one as OgcLink | null)?.href === 'string' && URL.canParse((one as OgcLink).href, document.baseURI)

/** A document that comes as a whole: what is above the limit is counted, and not shown. */
async function loadDocument(settings: LayerSettings, index: number, signal: AbortSignal): Promise<Layer> {
  const { kind, href } = settings
  const document =
    kind === 'kml' || kind === 'gpx'
      ? await (await import('./foreign-xml.ts')).readPlaces(kind, href, signal)
      : await readJson(href, signal)
  const page = pageOf(document)
  const { links: _, ...shown } = { ...page, features: page.features.slice(0, mostFeatures) }
  const collection: OgcCollection = {
    id: `${settings.href}#${index}`,
    title: settings.label || lastOf(href),
    attribution: settings.attribution,
    titleProperty: nameOf(settings, page),
  }
  const before: Layer = {
    collection,
    labels: undefined,
    features: [],
    matched: 0,
    next: undefined,
    ask: undefined,
  }
  return withPage(before, { ...shown, numberMatched: page.features.length })
}

/** A collection of a foreign OGC API Features, by its address (`…/collections/<id>`). It is asked from there, and nobody else is. */
async function loadCollection(settings: LayerSettings, index: number, signal: AbortSignal): Promise<Layer> {
  const own = new URL(settings.href)
  own.pathname = own.pathname.replace(/(\/items)?\/?$/, '')
  const at = (path: string, query: Readonly<Record<string, unknown>> = {}) => {
    const url = new URL(own)
    url.pathname += path
    Object.entries(query).forEach(([name, value]) => url.searchParams.set(name, `${value as string}`))
    return url.href
  }
  const ask: Ask = async (query, signal) => pageOf(await readJson(at('/items', query), signal))
  const [told, queryables, page] = await Promise.all([
    readJson(at(''), signal).catch(() => ({})) as Promise<Partial<OgcCollection>>,
    readJson(at('/queryables'), signal).catch(() => ({})) as Promise<OgcQueryables | null>,
    ask({ limit: perRequest }, signal),
  ])
  const title = typeof told?.title === 'string' ? told.title : lastOf(own.href)
  const collection: OgcCollection = {
    id: `${settings.href}#${index}`,
    title: settings.label || title,
    attribution: settings.attribution,
    titleProperty: nameOf(settings, page),
  }
  const { properties } = queryables ?? {}
  const labels = Object.fromEntries(
    Object.entries(properties ?? {}).filter(([, told]) => typeof told === 'object' && told !== null),
  )
  // Some servers pay no heed to `limit`.
  const shown = {
    ...page,
    features: page.features.slice(0, mostFeatures),
    numberMatched: page.numberMatched ?? page.features.length,
  }
  return withPage({ collection, labels, features: [], matched: 0, next: undefined, ask }, shown)
}

/** A layer of others, in the shape of our own. `index` tells it from the other layers of the page. Throws a `ForeignError`. */
export const loadForeign = (settings: LayerSettings, index: number, signal: AbortSignal): Promise<Layer> =>
  settings.kind === 'features'
    ? loadCollection(settings, index, signal)
    : loadDocument(settings, index, signal)
