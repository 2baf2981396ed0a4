import { regionsAround } from './region-key.ts'

/**
 * The region a code of another system names: an ARS or AGS filled up with zeros, or the start of one. '' is all of Germany;
 * undefined is none we know. `byAgs` finds the ARS of a Gemeinde, whose Verband an AGS does not tell.
 */
export function regionOfCode(code: string, byAgs: (ags: string) => string | undefined): string | undefined {
  const digits = code.replace(/[\s./-]/g, '')
  if (/^(?:DE|0+)$/i.test(digits)) return ''
  if (!/^\d+$/.test(digits)) return undefined
  switch (digits.length) {
    case 2:
    case 3:
    case 5:
      return withoutZeros(digits.padEnd(12, '0'))
    case 8:
      return digits.endsWith('000') ? withoutZeros(digits.padEnd(12, '0')) : byAgs(digits)
    case 9:
      return withoutZeros(digits.padEnd(12, '0'))
    case 12:
      return withoutZeros(digits)
    default:
      return undefined
  }
}

/** An ARS of 12 digits without the levels it leaves empty; a kreisfreie Stadt is its Kreis. */
function withoutZeros(ars: string): string {
  if (!ars.endsWith('000')) return ars
  if (!ars.endsWith('0000000')) return ars.slice(0, 9)
  if (!ars.startsWith('00', 3)) return ars.slice(0, 5)
  return ars[2] === '0' ? ars.slice(0, 2) : ars.slice(0, 3)
}

/** The smallest region that holds all of these; '' where nothing smaller than Germany does. */
export function regionAround(regions: readonly string[]): string {
  const [one = '', ...others] = regions
  return (
    regionsAround(one).find((key) => !isEmptyLevel(key) && others.every((other) => other.startsWith(key))) ??
    ''
  )
}

/** Länder without Regierungsbezirke and kreisfreie Städte have zeros there: 130, 130030000. */
const isEmptyLevel = (key: string): boolean =>
  (key.length === 3 && key.endsWith('0')) || (key.length === 9 && key.endsWith('0000'))
