import type { OgcCollection, OgcFeature, OgcFeaturePage, OgcQueryables } from '@amtsweg/contract'

/** Invented playgrounds of an invented town. */
export const samplePlaygrounds: OgcCollection = {
  id: 'playgrounds',
  title: 'Spielplätze',
  description: 'Öffentliche Spielplätze der Musterstadt (erfunden)',
  attribution:
    'Musterstadt, dl-de/by-2-0, https://musterstadt.example/geodaten/spielplaetze, Daten verändert',
  licence: {
    code: 'dl-de/by-2-0',
    name: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
    uri: 'https://www.govdata.de/dl-de/by-2-0',
  },
  titleProperty: 'name',
}

export const sampleKitas: OgcCollection = {
  id: 'kitas',
  title: 'Kindertagesstätten',
  attribution: 'Musterstadt, CC0 1.0, https://musterstadt.example/geodaten/kitas',
  titleProperty: 'bezeichnung',
}

export const sampleQueryables: OgcQueryables = {
  properties: {
    geometry: { format: 'geometry-point' },
    name: { title: 'Name', type: 'string' },
    alter: { title: 'Für Kinder von', type: 'string', enum: ['0 bis 3', '3 bis 6', '6 bis 12'] },
    wasser: { title: 'Mit Wasser', type: 'boolean' },
    eroeffnet: { title: 'Eröffnet am', type: 'string', format: 'date' },
  },
}

const ages = ['0 bis 3', '3 bis 6', '6 bis 12']
const places = ['Am Anger', 'Hafen', 'Lindenallee', 'Mühlenteich', 'Öhrichstraße', 'Süderberg', 'Weststraße']

/** One of any number of playgrounds, all different and always the same. */
export const samplePlayground = (index: number): OgcFeature => ({
  type: 'Feature',
  id: index + 1,
  geometry: {
    type: 'Point',
    coordinates: [11.4 + ((index * 37) % 100) / 2_000, 53.6 + ((index * 61) % 100) / 3_000],
  },
  properties: {
    name: `Spielplatz ${places[index % places.length]}${index < places.length ? '' : ` ${Math.floor(index / places.length) + 1}`}`,
    alter: ages[index % ages.length],
    wasser: index % 4 === 0,
    eroeffnet: '2019-05-04',
    webseite: `https://musterstadt.example/spielplatz/${index + 1}`,
    flaeche: 1_250 + index,
    bemerkung: null,
  },
})

export const sampleKita: OgcFeature = {
  type: 'Feature',
  id: 'k1',
  geometry: {
    type: 'Polygon',
    coordinates: [[[11.41, 53.6], [11.412, 53.6], [11.412, 53.602], [11.41, 53.602], [11.41, 53.6]]],
  },
  properties: { bezeichnung: 'Kita Regenbogen', plaetze: 84 },
} // prettier-ignore

/** A page as our server answers: `offset` plays the part of the cursor. */
export function samplePage(
  features: readonly OgcFeature[],
  query: Readonly<Record<string, unknown>> = {},
): OgcFeaturePage {
  const { limit = 10, offset = 0 } = query
  const from = Number(offset)
  const until = from + Number(limit)
  const self = `https://amtsweg.example/ogc/collections/playgrounds/items?limit=${Number(limit)}`
  return {
    type: 'FeatureCollection',
    features: features.slice(from, until),
    numberMatched: features.length,
    links: [
      { rel: 'self', type: 'application/geo+json', href: self },
      ...(until < features.length
        ? [{ rel: 'next', type: 'application/geo+json', href: `${self}&offset=${until}` }]
        : []),
    ],
  }
}

const district = (name: string, einwohner: number | null, column: number): OgcFeature => {
  const [west, east] = [11.4 + column / 100, 11.41 + column / 100]
  return {
    type: 'Feature',
    id: name,
    geometry: {
      type: 'Polygon',
      coordinates: [[[west, 53.6], [east, 53.6], [east, 53.61], [west, 53.61], [west, 53.6]]],
    },
    properties: { name, einwohner },
  } // prettier-ignore
}

/** Parts of an invented town with how many live there, as a page may have it in a file. */
export const sampleDistricts: OgcFeaturePage = {
  type: 'FeatureCollection',
  features: [
    district('Altstadt', 12_000, 0),
    district('Hafen', 1_500, 1),
    district('Süderberg', 120, 2),
    district('Anger', 800, 3),
    district('Moor', null, 4),
  ],
}
