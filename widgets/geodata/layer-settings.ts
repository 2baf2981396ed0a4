/** What a nested layer can be. */
export type LayerKind = (typeof kinds)[number]

/** A nested `<amt-map-layer>`, or `<div data-amt="map-layer">` with `data-` before each name, as the page has it. */
export interface LayerSettings {
  readonly kind: LayerKind
  /** Absolute; empty where a service of our server is asked. */
  readonly href: string
  /** Id of an outside service, which our server asks in the reader's place. */
  readonly service: string
  /** Id of one of our collections. */
  readonly collection: string
  readonly label: string
  /** Whose it is: nothing of others is shown without it. */
  readonly attribution: string
  readonly layers: string
  readonly styles: string
  readonly format: string
  readonly matrixSet: string
  readonly nameProperty: string
  readonly isBase: boolean
  readonly isHidden: boolean
  /** Above 0, at most 1. */
  readonly opacity: number
  /** The property that areas are coloured by. */
  readonly colorBy: string
  /** How many colours, from 2 to 7. */
  readonly classes: number
}

const pictures = ['wms', 'wmts', 'tiles', 'vector-tiles'] as const
const kinds = ['collection', 'features', 'geojson', 'kml', 'gpx', ...pictures] as const

/** Those that come as pictures or tiles, for the map alone. */
export const isPicture = ({ kind }: LayerSettings): boolean =>
  (pictures as readonly LayerKind[]).includes(kind)

const between = (text: string, least: number, most: number, otherwise: number) =>
  text && Number.isFinite(Number(text)) ? Math.min(most, Math.max(least, Number(text))) : otherwise

/** Only what can be fetched, also what the page has made itself: its words must not become a script. */
function addressOf(text: string): string {
  const url = text ? URL.parse(text, document.baseURI) : null
  return url && /^(https?|blob):$/.test(url.protocol) ? url.href : ''
}

function read(element: Element): LayerSettings | string {
  const before = element.hasAttribute('data-amt') ? 'data-' : ''
  const text = (name: string) => element.getAttribute(before + name)?.trim() ?? ''
  const is = (name: string) => (element.getAttribute(before + name) ?? 'false') !== 'false'
  const kind = kinds.find((one) => one === text('kind'))
  if (!kind) return `has no kind that is known: ${kinds.join(', ')}`
  const settings: LayerSettings = {
    kind,
    href: text('service') ? '' : addressOf(text('href')),
    service: text('service'),
    collection: text('collection'),
    label: text('label'),
    attribution: text('attribution'),
    layers: text('layers'),
    styles: text('styles'),
    format: text('format'),
    matrixSet: text('matrix-set'),
    nameProperty: text('name-property'),
    isBase: is('base'),
    isHidden: is('hidden'),
    opacity: between(text('opacity'), 0.1, 1, 1),
    colorBy: text('color-by'),
    classes: Math.round(between(text('classes'), 2, 7, 5)),
  }
  const isOurs = kind === 'collection' || (kind === 'vector-tiles' && Boolean(settings.collection))
  if (kind === 'collection' && !settings.collection) return 'names no collection'
  // Our server asks for pictures only.
  const isAnswered = isOurs || settings.href || (isPicture(settings) && settings.service)
  if (!isAnswered) return 'has neither an href (http or https) nor, for pictures, a service'
  if (!isOurs && !settings.attribution) return 'says nothing of whose it is: attribution is missing'
  return settings
}

/** The nested layers of a map viewer in their order. What cannot be shown is told to the webmaster, in the console. */
export function readLayers(host: Element): readonly LayerSettings[] {
  return [...host.querySelectorAll('amt-map-layer,[data-amt=map-layer]')].flatMap((element) => {
    const found = read(element)
    if (typeof found !== 'string') return found
    console.warn(`A layer of the map is not shown: it ${found}.`, element)
    return []
  })
}
