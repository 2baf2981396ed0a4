import type { AreaKind, AreaLevel } from '@amtsweg/contract'
import { withoutDesignation } from './designation.ts'

/** One record of the register of Gemeinden (Destatis GV100AD), as our areas name things. */
export interface RegisterArea {
  readonly regionKey: string
  readonly level: AreaLevel
  readonly kind: AreaKind
  readonly name: string
  readonly fullName: string
  readonly ags?: string
  readonly population?: number
  readonly seat?: string
  readonly seatPostcode?: string
  readonly uninhabited: boolean
}

/** Every record of every kind has this length; a shorter one was cut off. */
export const recordLength = 220

/** ISO date of the Gebietsstand a record is of; undefined where none stands there. */
export function recordDate(line: string): string | undefined {
  const [, year, month, day] = /^..(\d{4})(\d{2})(\d{2})/.exec(line) ?? []
  return day && `${year}-${month}-${day}`
}

/** Reads one record; undefined for the kinds that are no area of ours (Satzart 30, Region in Baden-Wuerttemberg). */
export function readRecord(line: string): RegisterArea | undefined {
  const read = readers[line.slice(0, 2)]
  return read?.({
    key: line.slice(10, 18).trim(),
    verband: line.slice(18, 22),
    text: line.slice(22, 72).trim().replaceAll(/ {2,}/g, ' '),
    seat: line.slice(72, 122).trim(),
    type: line.slice(122, 124),
    population: Number(line.slice(139, 150)),
    postcode: line.slice(165, 170).trim(),
  })
}

interface Fields {
  readonly key: string
  readonly verband: string
  readonly text: string
  readonly seat: string
  readonly type: string
  readonly population: number
  readonly postcode: string
}

const readers: Readonly<Record<string, (fields: Fields) => RegisterArea>> = {
  '10': ({ key, text, seat }) => ({
    ...area(key, 'land', 'land', text, text),
    ...(seat ? { seat } : {}),
  }),
  '20': ({ key, text }) => {
    const [, former, of, name = text] =
      /^(früher: )?(Reg\.-Bez\.|Direktionsbezirk|Statistische Region)? ?(.+)$/.exec(text) ?? []
    const kind = former || of === 'Statistische Region' ? 'region' : 'regierungsbezirk'
    const title = !of || of === 'Reg.-Bez.' ? 'Regierungsbezirk' : of
    const fullName = former ? `Früherer ${title} ${name}` : `${title} ${name}`
    return area(key, 'regierungsbezirk', kind, name, fullName)
  },
  '40': ({ key, text, seat, type }) => {
    const isTown = type === '41' || type === '42'
    const title = type === '43' ? 'Kreis' : 'Landkreis'
    const fullName = isTown || /kreis|region/i.test(text) ? text : `${title} ${text}`
    return {
      ...area(key, 'kreis', isTown ? 'kreisfreie-stadt' : 'landkreis', withoutDesignation(text), fullName),
      ...(seat ? { seat: withoutDesignation(seat) } : {}),
    }
  },
  '50': ({ key, verband, text, seat, type }) => {
    const name = verbandName(type, text)
    const kind = verbandKinds[type] ?? 'verwaltungsgemeinschaft'
    const fullName = type === '50' ? text : name
    return {
      ...area(key + verband, 'verband', kind, name, fullName),
      ...(seat ? { seat: withoutDesignation(seat) } : {}),
    }
  },
  '60': ({ key, verband, text, type, population, postcode }) => ({
    ...area(
      key.slice(0, 5) + verband + key.slice(5),
      'gemeinde',
      gemeindeKinds[type] ?? 'gemeinde',
      withoutDesignation(text),
      text,
    ),
    ags: key,
    population,
    ...(postcode ? { seatPostcode: postcode } : {}),
    uninhabited: type === '66',
  }),
}

const area = (regionKey: string, level: AreaLevel, kind: AreaKind, name: string, fullName: string) => ({
  regionKey,
  level,
  kind,
  name,
  fullName,
  uninhabited: false,
})

const verbandKinds: Readonly<Record<string, AreaKind>> = { '50': 'amtsfreie-gemeinde', '51': 'amt' }

const gemeindeKinds: Readonly<Record<string, AreaKind>> = {
  '61': 'stadt',
  '62': 'stadt',
  '63': 'stadt',
  '65': 'gemeindefreies-gebiet',
  '66': 'gemeindefreies-gebiet',
  '67': 'stadt',
}

const verbandTitles: Readonly<Record<string, string>> = {
  '51': 'Amt',
  '52': 'Samtgemeinde',
  '53': 'Verbandsgemeinde',
  '54': 'Verwaltungsgemeinschaft',
  '55': 'Kirchspielslandgemeinde',
  '56': 'Verwaltungsverband',
  '58': 'Erfüllende Gemeinde',
}

/** The register leaves out what kind of Verband it is, except in Baden-Wuerttemberg (GVV, VVG) and behind Bavarian names. */
function verbandName(type: string, text: string): string {
  const title = verbandTitles[type]
  if (!title) return withoutDesignation(text)
  if (/^(?:GVV|VVG)\b/.test(text)) return text
  const name = type === '58' ? withoutDesignation(text) : text.replace(/ \(VGem\)$/, '')
  return `${title} ${name}`
}
