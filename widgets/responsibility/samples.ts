import type { PlaceChoice, Responsibility } from '@amtsweg/contract'
import { sampleCountyUnit, sampleUnit } from '@amtsweg/kit/testing.ts'

type Answer<Status> = Extract<Responsibility, { status: Status }>

const service = { id: 'personalausweis', title: 'Personalausweis beantragen' }
const area = {
  regionKey: '130765654042',
  level: 'gemeinde',
  kind: 'gemeinde',
  name: 'Hagenow Heide',
} as const

/** One office decides, another takes the papers. */
export const sampleResolved: Answer<'resolved'> = {
  status: 'resolved',
  service,
  area,
  units: [{ role: 'responsible', regionKey: '130765654', unit: sampleUnit }],
  others: [{ role: 'intake', regionKey: '13076', unit: sampleCountyUnit }],
}

/** Municipality and county both decide. */
export const sampleTwoTiers: Answer<'resolved'> = {
  ...sampleResolved,
  movedFrom: 'Kuhstorf',
  units: [...sampleResolved.units, { role: 'responsible', regionKey: '13076', unit: sampleCountyUnit }],
  others: [],
}

/** Nobody is recorded; the county is the next to ask. */
export const sampleUnrecorded: Answer<'unrecorded'> = {
  status: 'unrecorded',
  service: { id: 'hund', title: 'Hund anmelden' },
  area,
  fallback: {
    area: { regionKey: '13076', level: 'kreis', kind: 'landkreis', name: 'Landkreis Ludwigslust-Parchim' },
    unit: sampleCountyUnit,
  },
}

const places: readonly [string, ...string[]][] = [
  ['Alt Zachun', 'Neu Zachun'],
  ['Bandenitz', 'Besendorf', 'Radelübbe', 'Viez', 'Zachun-Hof', 'Neu Klüß'],
  ['Bobzin'],
  ['Gammelin', 'Bakendorf', 'Radelübbe'],
  ['Groß Krams'],
  ['Hülseburg', 'Presek', 'Redefin'],
  ['Kirch Jesar'],
  ['Kuhstorf'],
  ['Moraas'],
  ['Pätow-Steegen'],
]

/** As many places as asked for, at most ten. */
export const sampleChoices = (count: number): PlaceChoice[] =>
  places.slice(0, count).map(([label, ...villages], index) => ({
    regionKey: `13076565400${index}`,
    label,
    detail: 'Amt Hagenow-Land',
    places: villages,
  }))

/** The one question, with as many answers as asked for. */
export const sampleAmbiguous = (count: number): Answer<'ambiguous'> => ({
  status: 'ambiguous',
  service,
  question: { kind: 'gemeinde', choices: sampleChoices(count) },
})
