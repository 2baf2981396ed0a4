import type { ProblemPart, ResponsibilityQuery } from '@amtsweg/contract'

/** The one way in which a reader said where. */
export type Where =
  | { readonly by: 'area'; readonly area: string }
  | {
      readonly by: 'address'
      readonly postcode?: string | undefined
      readonly place?: string | undefined
      readonly street?: string | undefined
    }
  | { readonly by: 'point'; readonly lat: number; readonly lon: number }

const ways = {
  area: ['area'],
  address: ['postcode', 'place', 'street'],
  point: ['lat', 'lon'],
} as const

/** Exactly one way to say where, or what is wrong with the query. Blank text counts as nothing said. */
export function whereOf(query: ResponsibilityQuery): Where | readonly ProblemPart[] {
  const place = query.place?.trim() || undefined
  const street = query.street?.trim() || undefined
  const { area, postcode, lat, lon } = query
  const said = { area, postcode, place, street, lat, lon }
  const used = Object.values(ways).filter((fields) => fields.some((field) => said[field] !== undefined))
  if (used.length === 0)
    return Object.values(ways)
      .flat()
      .map((field) => ({
        pointer: `/${field}`,
        detail: 'Give area, or postcode, place or street, or lat with lon',
      }))
  if (used.length > 1)
    return used
      .flat()
      .filter((field) => said[field] !== undefined)
      .map((field) => ({ pointer: `/${field}`, detail: 'Say where in one way only' }))
  if (area !== undefined) return { by: 'area', area }
  if (lat === undefined && lon === undefined && !postcode && !place)
    return [{ pointer: '/street', detail: 'street needs postcode or place: every town has a Bahnhofstraße' }]
  if (lat === undefined && lon === undefined) return { by: 'address', postcode, place, street }
  if (lat === undefined) return [{ pointer: '/lat', detail: 'lon needs lat' }]
  if (lon === undefined) return [{ pointer: '/lon', detail: 'lat needs lon' }]
  return { by: 'point', lat, lon }
}
