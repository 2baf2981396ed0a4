import { gpx, kml } from '@tmcw/togeojson'
import { ForeignError, readXml } from './foreign-document.ts'

/** What tells how it looks elsewhere, or is made by the library. */
const looks =
  /^(_|@|style|stroke|fill|icon|label|visibility$|open$|snippet$|marker|extrude$|tessellate$|altitudeMode$)/i

/** Descriptions come as HTML: only their words are shown. */
function wordsOf(value: unknown): unknown {
  const text = typeof value === 'object' && value && 'value' in value ? value.value : value
  if (typeof text === 'object') return undefined
  return typeof text === 'string'
    ? text
        // Up to the next `<` only: otherwise a text of nothing else takes minutes.
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : text
}

/** Placemarks of KML, or waypoints, routes and tracks of GPX, as GeoJSON. Nothing that a document links to is fetched. */
export async function readPlaces(kind: 'kml' | 'gpx', address: string, signal: AbortSignal): Promise<object> {
  const document = await readXml(address, signal)
  if (document.documentElement.localName !== kind) throw new ForeignError('Unreadable')
  // A link to a further document, or a picture, is no place.
  document.querySelectorAll('NetworkLink,GroundOverlay').forEach((one) => one.remove())
  const { features } = kind === 'kml' ? kml(document) : gpx(document)
  return {
    type: 'FeatureCollection',
    features: features.map(({ id, geometry, properties }) => ({
      ...{ type: 'Feature', id, geometry },
      properties: Object.fromEntries(
        Object.entries(properties ?? {}).flatMap(([name, value]) => {
          const words = looks.test(name) ? undefined : wordsOf(value)
          return words === undefined || words === '' ? [] : [[name, words]]
        }),
      ),
    })),
  }
}
