/** Kinds of services of others that a map may show, and what may be asked of each. */
export const outsideKinds = ['wms', 'wmts', 'tiles', 'geocoder'] as const
export type OutsideKind = (typeof outsideKinds)[number]

/** A service of others that the operator has named; its key stays here. */
export interface OutsideService {
  readonly id: string
  readonly title: string
  readonly kind: OutsideKind
  /** Where it is asked, without a query. */
  readonly url: string
  /** The note that has to stand beside what it shows. */
  readonly attribution: string
  /** Parameters that readers may set, for a geocoder. */
  readonly parameters: readonly string[]
  /** Parameter that takes its key, and the key. */
  readonly key: { readonly parameter: string; readonly value: string } | undefined
  /** Seconds for which an answer is given again. */
  readonly maxAge: number
}

/** OGC 06-042 (WMS 1.3.0) and 1.1.1. No SLD: it names addresses that the service would ask. */
const wms = [
  ...['service', 'version', 'request', 'layers', 'styles', 'crs', 'srs', 'bbox', 'width', 'height', 'format'],
  ...['transparent', 'bgcolor', 'time', 'elevation', 'query_layers', 'info_format'],
  ...['feature_count', 'i', 'j', 'x', 'y', 'layer', 'style', 'rule', 'scale', 'language'],
]
/** OGC 07-057r7 (WMTS 1.0.0), by key and value. */
const wmts = [
  ...['service', 'version', 'request', 'layer', 'style', 'format', 'tilematrixset', 'tilematrix'],
  ...['tilerow', 'tilecol', 'infoformat', 'i', 'j'],
]
const requests: Readonly<Record<'wms' | 'wmts', readonly string[]>> = {
  wms: ['getmap', 'getfeatureinfo', 'getcapabilities', 'getlegendgraphic'],
  wmts: ['gettile', 'getfeatureinfo', 'getcapabilities'],
}
/** Pixels of a picture at most, each way. */
const mostPixels = 4_096

/** The address to ask of a service, with its key; a name where a parameter cannot be asked. */
export function outsideAddress(
  service: OutsideService,
  query: URLSearchParams,
): URL | { readonly unusable: string } {
  const { kind, url, key } = service
  const address = new URL(url)
  for (const [name, value] of query) {
    if (!isKnown(service, name) || name.toLowerCase() === key?.parameter.toLowerCase())
      return { unusable: name }
    if (!isSound(kind, name.toLowerCase(), value)) return { unusable: name }
    if (kind === 'tiles') address.pathname = `${address.pathname.replace(/\/$/, '')}/${value}`
    else address.searchParams.append(name, value)
  }
  if (kind === 'tiles' && query.size !== 1) return { unusable: 'path' }
  if (key) address.searchParams.set(key.parameter, key.value)
  return address
}

function isKnown({ kind, parameters }: OutsideService, name: string): boolean {
  if (kind === 'tiles') return name === 'path'
  if (kind === 'wms') return wms.includes(name.toLowerCase())
  return kind === 'wmts' ? wmts.includes(name.toLowerCase()) : parameters.includes(name)
}

function isSound(kind: OutsideKind, name: string, value: string): boolean {
  if (value.length > 2_000) return false
  if (kind === 'tiles') return /^(?:[\w-]+\/){0,6}[\w-]+(?:\.\w{1,8})?$/.test(value)
  if ((kind === 'wms' || kind === 'wmts') && name === 'request')
    return requests[kind].includes(value.toLowerCase())
  if (kind === 'wms' && (name === 'width' || name === 'height'))
    return /^\d{1,4}$/.test(value) && Number(value) <= mostPixels
  return true
}

/** What is passed on; a page of somebody else's is not, as it would be one of ours then. */
const passedTypes =
  /^(?:image\/(?:png|jpeg|webp|gif)|application\/(?:json|geo\+json|xml|[\w.]+\+xml|vnd\.mapbox-vector-tile|x-protobuf)|text\/(?:plain|xml))(?:;|$)/i

/** What only pictures may answer: an error that comes as text, with a good status, must not be kept for a day. */
const picturing = /^(?:getmap|gettile|getlegendgraphic)$/
const picture =
  /^(?:image\/(?:png|jpeg|webp|gif)|application\/(?:vnd\.mapbox-vector-tile|x-protobuf))(?:;|$)/i

/** A key as it may stand in a text, whoever has escaped it how. */
function formsOf(value: string): readonly string[] {
  const encoded = encodeURIComponent(value)
  const form = new URLSearchParams([['', value]]).toString().slice(1)
  const xml = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return [value, encoded, form, xml, JSON.stringify(value).slice(1, -1), value.replaceAll('/', '\\/')]
}

/** Whether an answer may be passed on: of a kind that no browser runs, what was asked for, and without our key in it. */
export function mayPass(
  { kind, key }: OutsideService,
  asked: URLSearchParams,
  { type, body }: { readonly type: string; readonly body: Uint8Array },
): boolean {
  if (!passedTypes.test(type) || /svg|html/i.test(type)) return false
  const request = [...asked].find(([name]) => name.toLowerCase() === 'request')?.[1] ?? ''
  if ((kind === 'tiles' || picturing.test(request.toLowerCase())) && !picture.test(type)) return false
  if (key === undefined) return true
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1').toLowerCase()
  return formsOf(key.value).every(
    (form) => !text.includes(Buffer.from(form).toString('latin1').toLowerCase()),
  )
}
