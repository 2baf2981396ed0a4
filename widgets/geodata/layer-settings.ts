/** What a nested layer can be. */
export type LayerKind = (typeof kinds)[number]

/** A nested `<amt-map-layer>`, or `<div data-amt="map-layer">` with `data-` before each name, as the page has it. */
export interface LayerSettings {
  readonly kind: LayerKind
  /** Absolute; empty for one of our collections. */
  readonly href: string
  /** Id of one of our collections. */
  readonly collection: string
  readonly label: string
  /** Whose it is: nothing of others is shown without it. */
  readonly attribution: string
  readonly nameProperty: string
  /** The property that areas are coloured by. */
  readonly colorBy: string
  /** How many colours, from 2 to 7. */
  readonly classes: number
}

const kinds = ['collection', 'features', 'geojson', 'kml', 'gpx'] as const

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
  const kind = kinds.find((one) => one === text('kind'))
  if (!kind) return `has no kind that is known: ${kinds.join(', ')}`
  const settings: LayerSettings = {
    kind,
    href: addressOf(text('href')),
    collection: text('collection'),
    label: text('label'),
    attribution: text('attribution'),
    nameProperty: text('name-property'),
    colorBy: text('color-by'),
    classes: Math.round(between(text('classes'), 2, 7, 5)),
  }
  if (kind === 'collection') return settings.collection ? settings : 'names no collection'
  if (!settings.href) return 'has no href (http or https)'
  if (!settings.attribution) return 'says nothing of whose it is: attribution is missing'
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
