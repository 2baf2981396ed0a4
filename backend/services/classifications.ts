import type { Classification } from '@amtsweg/contract'
import { sdgAreasOf } from './sdg-areas.ts'

const regulation = 'http://data.europa.eu/eli/reg/2018/1724/oj'

/** The national and European lists a service is in: its keys with their FIM address, its OZG-Leistungen, its SDG areas. */
export function classificationsOf(keys: readonly string[], ozgIds: readonly string[]): Classification[] {
  const areas = new Map(keys.flatMap(sdgAreasOf).map((area) => [area.code, area]))
  return [
    ...keys.map((code) => ({
      scheme: 'leika' as const,
      code,
      uri: `urn:de:fim:leika:leistung:${code}`,
      // As the FIM portal's pages are cited: https://fimportal.de/detail/L/<key>.
      url: `https://fimportal.de/detail/L/${code}`,
    })),
    ...ozgIds.map((code) => ({ scheme: 'ozg' as const, code })),
    ...[...areas.values()].map(({ code, name }) => ({ scheme: 'sdg' as const, code, name, uri: regulation })),
  ]
}
