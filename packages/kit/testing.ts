import type { ApiClient } from '@amtsweg/client'
import type { AreaHit, Source, Unit } from '@amtsweg/contract'

const unexpected = (name: string) => () =>
  Promise.reject(new Error(`${name} was asked, but nobody expected it`))

/** A client for tests and stories: it answers what it is told and refuses the rest. */
export const fakeClient = (answers: Partial<ApiClient> = {}): ApiClient => ({
  areas: unexpected('areas'),
  area: unexpected('area'),
  areaAt: unexpected('areaAt'),
  services: unexpected('services'),
  suggest: unexpected('suggest'),
  checklists: unexpected('checklists'),
  service: unexpected('service'),
  deadlines: unexpected('deadlines'),
  lifeSituations: unexpected('lifeSituations'),
  keywords: unexpected('keywords'),
  responsibility: unexpected('responsibility'),
  unit: unexpected('unit'),
  directory: unexpected('directory'),
  unitServices: unexpected('unitServices'),
  get: unexpected('get'),
  sources: () => Promise.resolve({ items: [sampleSource] }),
  ...answers,
})

/** Monday, 23 November 2026, 10:00 in Germany: the moment all samples are made for. */
export const sampleNow = () => new Date('2026-11-23T09:00:00Z')

const sampleSource: Source = {
  id: 'model-region',
  name: 'Beispieldaten der Modellregion',
  licence: 'CC0 1.0',
  licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/deed.de',
  asOf: '2026-11-01',
  invented: true,
}

/** An office with everything that can be known of one, open at `sampleNow`. */
export const sampleUnit: Unit = {
  id: 'amt-hagenow-land-meldeamt',
  name: 'Amt Hagenow-Land, Einwohnermeldeamt',
  tier: 'municipal',
  regionKey: '130765654',
  regionName: 'Hagenow-Land',
  parent: { id: 'amt-hagenow-land', name: 'Amt Hagenow-Land' },
  addresses: [
    {
      kind: 'visitor',
      addition: 'Zimmer 12',
      street: 'Bahnhofstraße',
      houseNumber: '25',
      postcode: '19230',
      city: 'Hagenow',
    },
  ],
  position: { lat: 53.4303, lon: 11.1896 },
  contacts: [
    { kind: 'appointment', value: 'https://termine.example/hagenow' },
    { kind: 'website', value: 'https://hagenow-land.example/' },
    { kind: 'fax', value: '03883 6107-99' },
    { kind: 'email', value: 'meldeamt@hagenow-land.example' },
    { kind: 'phone', value: '03883 6107-0' },
  ],
  hours: {
    spans: [
      { weekday: 1, opens: '09:00', closes: '12:00' },
      { weekday: 2, opens: '09:00', closes: '12:00' },
      { weekday: 2, opens: '14:00', closes: '18:00' },
      { weekday: 4, opens: '09:00', closes: '12:00' },
      { weekday: 4, opens: '14:00', closes: '16:00' },
      { weekday: 5, opens: '09:00', closes: '12:00', byAppointment: true },
    ],
    exceptions: [{ from: '2026-11-30', to: '2026-12-01', spans: [], reason: 'Umzug' }],
    note: 'Letzter Einlass 15 Minuten vor Schluss.',
  },
  openState: { state: 'open', closesAt: '2026-11-23T11:00:00Z' },
  holidays: [],
  accessibility: { stepFree: 'yes', toilet: 'yes', parking: 'no', lift: 'unknown' },
  lang: 'de',
  sources: ['model-region'],
  invented: true,
}

/** The county's office, closed at `sampleNow`. */
export const sampleCountyUnit: Unit = {
  id: 'landkreis-ordnung',
  name: 'Landkreis Ludwigslust-Parchim, Fachdienst Ordnung',
  tier: 'county',
  regionKey: '13076',
  regionName: 'Ludwigslust-Parchim',
  addresses: [
    { kind: 'visitor', street: 'Putlitzer Straße', houseNumber: '25', postcode: '19370', city: 'Parchim' },
  ],
  contacts: [{ kind: 'phone', value: '03871 722-0' }],
  openState: { state: 'closed', opensAt: '2026-11-24T07:00:00Z' },
  holidays: [],
  lang: 'de',
  sources: ['model-region'],
  invented: true,
}

/** What a reader gets who types "Neuenkirchen": namesakes, a village, and a postcode of many Gemeinden. */
export const sampleHits: readonly AreaHit[] = [
  {
    kind: 'gemeinde',
    label: 'Neuenkirchen',
    detail: 'Amt Zarrentin, Landkreis Ludwigslust-Parchim',
    regionKey: '130765662098',
    areaCount: 1,
  },
  {
    kind: 'gemeinde',
    label: 'Neuenkirchen',
    detail: 'Amt Neverin, Landkreis Mecklenburgische Seenplatte',
    regionKey: '130715154104',
    areaCount: 1,
  },
  { kind: 'ort', label: 'Viez', detail: 'Ortsteil von Bandenitz', regionKey: '130765654007', areaCount: 1 },
  { kind: 'postcode', label: '19230', detail: 'Hagenow und Umgebung', postcode: '19230', areaCount: 20 },
]

/** The same office, open for two more hours from the moment somebody looks. */
export const openNow = (unit: Unit): Unit => ({
  ...unit,
  openState: { state: 'open', closesAt: new Date(Date.now() + 7_200_000).toISOString() },
})
