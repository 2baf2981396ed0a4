import type { AreaLevel } from '@amtsweg/contract'

const levels: Readonly<Record<number, AreaLevel>> = {
  2: 'land',
  3: 'regierungsbezirk',
  5: 'kreis',
  9: 'verband',
  12: 'gemeinde',
}
const cuts = [12, 9, 5, 3, 2] as const

/** The level a key of this length stands for; undefined when it is none. */
export const levelOf = (regionKey: string): AreaLevel | undefined => levels[regionKey.length]

/** The key itself and every region around it, nearest first: Gemeinde, Verband, Kreis, Regierungsbezirk, Land. */
export const regionsAround = (regionKey: string): readonly string[] =>
  cuts.filter((length) => length <= regionKey.length).map((length) => regionKey.slice(0, length))

/** AGS of 8 digits: the ARS of a Gemeinde without the Verband. */
export const agsOf = (ars: string): string => ars.slice(0, 5) + ars.slice(9)

/** ARS of 12 digits from an AGS and the four digits of the Verband. */
export const arsOf = (ags: string, verband: string): string => ags.slice(0, 5) + verband + ags.slice(5)

/** The smallest text greater than every text that begins with this one, for range scans. */
export const endOfRange = (prefix: string): string => `${prefix}\uffff`
