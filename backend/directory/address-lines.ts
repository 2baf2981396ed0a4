import type { Address } from '@amtsweg/contract'

/** Street and number: "Markt 1", "Am Packhof 2-6", "Warener Chaussee 55a", "Hohenzollerndamm 174 - 177". */
const numbered = /^(\S.*?)\s+(\d{1,4}\s?[a-z]?(?:\s?[-–/]\s?\d{1,4}\s?[a-z]?)?)$/i
const townLine = /^(\d{5})\s+(.{2,100})$/

/** A visitors' address from the lines of an envelope; none where there is nothing to read. */
export function addressOf(streetLine: string, cityLine: string, asOf?: string): Address[] {
  const place = streetLine.replace(/\s+/g, ' ').replace(/ -$/, '').trim()
  const [, street = place, houseNumber] = numbered.exec(place) ?? []
  const [, postcode, town = cityLine] = townLine.exec(cityLine.replace(/\s+/g, ' ').trim()) ?? []
  const [city = '', ...rest] = town.split(/[,(]/).map((part) => part.replace(/\)$/, '').trim())
  const addition = rest.filter((part) => part !== '').join(', ')
  if (!street && !city) return []
  return [
    {
      kind: 'visitor',
      ...(addition ? { addition } : {}),
      ...(street ? { street } : {}),
      ...(houseNumber ? { houseNumber: houseNumber.replace(/\s/g, '') } : {}),
      ...(postcode ? { postcode } : {}),
      ...(city ? { city } : {}),
      ...(asOf ? { asOf } : {}),
    },
  ]
}
