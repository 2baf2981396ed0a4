/** A position in or near Germany; undefined for anything else, such as swapped or missing numbers. */
export function readPosition(
  lat: string | undefined,
  lon: string | undefined,
): { lat: number; lon: number } | undefined {
  if (!lat?.trim() || !lon?.trim()) return undefined
  const position = { lat: Number(lat), lon: Number(lon) }
  const isNear = position.lat > 46 && position.lat < 56 && position.lon > 5 && position.lon < 16
  return isNear ? position : undefined
}

export const isPostcode = (text: string | undefined): text is string => /^\d{5}$/.test(text ?? '')
