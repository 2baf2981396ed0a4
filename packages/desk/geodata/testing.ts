import { aTimeout } from '@open-wc/testing'
import type { GeoCollectionState, GeoReport, GeoVersion } from '@amtsweg/contract'

export const until = async (isSo: () => unknown): Promise<void> => {
  while (!isSo()) await aTimeout(5)
}

export const playgrounds: Required<GeoCollectionState> = {
  ...{ id: 'playgrounds', title: 'Spielplätze', description: 'Erfunden', keywords: ['Spielplatz', 'Kinder'] },
  ...{ theme: 'SOCI', licence: 'dl-de-by-2.0', provider: 'Stadt Musterstadt', changed: false },
  ...{ sourceUri: 'https://www.musterstadt.example/spielplaetze', titleProperty: 'name' },
  ...{ audience: 'public', version: 1 },
}

export const report: GeoReport = {
  ...{ format: 'GeoJSON', layers: ['spielplaetze'], layer: 'spielplaetze', publishable: true },
  ...{ features: 2, placeless: 0, types: [{ type: 'Point', count: 2 }], box: [11.1, 53.4, 11.2, 53.5] },
  ...{ system: 'CRS84', suggestions: [], findings: [], version: 2 },
  fields: [
    { name: 'name', type: 'text' },
    { name: 'year', type: 'integer' },
  ],
}

const version = (number: number, more: Partial<GeoVersion>): GeoVersion => ({
  ...{ number, features: 2, box: [11.1, 53.4, 11.2, 53.5], storage: 'CRS84', source: 'plaetze.geojson' },
  ...{ createdAt: `2026-11-0${number}T09:00:00Z`, published: false, wasPublished: false, report },
  ...more,
})

/** The newest first, as the API gives them; readers see the first. */
export const versions: readonly GeoVersion[] = [
  version(2, { features: 3 }),
  version(1, { published: true, wasPublished: true }),
]
