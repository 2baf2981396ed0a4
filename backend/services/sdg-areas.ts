/** An information area of the Single Digital Gateway. */
export interface SdgArea {
  /** Letter of the area in Annex I of Regulation (EU) 2018/1724. */
  readonly code: string
  readonly name: string
}

/** Areas of Annex I that our table points to, by the words of the regulation. */
const names = {
  A: 'Travel within the Union',
  C: 'Vehicles in the Union',
  D: 'Residence in another Member State',
  E: 'Education or traineeship in another Member State',
  G: 'Citizens’ and family rights',
  J: 'Starting, running and closing a business',
} as const

/**
 * Which Leistungsschluessel lie in which area, by their first digits: only what Annex I or the procedures of Annex II of
 * Regulation (EU) 2018/1724 (http://data.europa.eu/eli/reg/2018/1724/oj) name outright. Data that bring codes of their own
 * (XZuFi's informationsbereichSDG) would know more.
 */
const table: readonly (readonly [start: string, area: keyof typeof names])[] = [
  ['99008001', 'A'], // Personalausweis: documents Union citizens need to cross borders
  ['99085', 'A'], // Reisepass, likewise
  ['99023', 'C'], // Fahrerlaubnis: obtaining and renewing a driving licence
  ['99036008', 'C'], // Kraftfahrzeug: registering a motor vehicle
  ['99115003', 'D'], // Meldebescheinigung: proof of residence
  ['99115005', 'D'], // Wohnsitz: registering a change of address
  ['99022001017003', 'E'], // BAfoeG for students: study financing
  ['99027', 'G'], // Geburt: proof of registration of birth
  ['99059', 'G'], // Eheschliessung: marriage
  ['99133', 'G'], // Abstammung: parental responsibility
  ['99050012', 'J'], // Gewerbe: notification of business activity, its change and termination
]

/** The information areas of a Leistungsschluessel; none where the regulation does not name it. */
export const sdgAreasOf = (key: string): readonly SdgArea[] =>
  table.filter(([start]) => key.startsWith(start)).map(([, code]) => ({ code, name: names[code] }))
