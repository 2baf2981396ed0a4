import { createRandom } from './random.ts'
import { acts, objects, offices, places, townEndings, towns } from './synthetic-words.ts'
import { paragraph } from './synthetic-xzufi.ts'

/** How large an invented nation is. */
export interface NationSize {
  readonly kreise: number
  readonly verbaende: number
  readonly gemeinden: number
  readonly offices: number
  /** Services by who executes them: recorded once for each Gemeinde, Kreis or Land, or once for all. */
  readonly services: {
    readonly gemeinde: number
    readonly kreis: number
    readonly land: number
    readonly bund: number
  }
}

const laender = 16

/**
 * Germany at share 1: 10,981 Gemeinden, 6,000 services, 60,000 offices, 2 million responsibilities. A share of the responsibilities
 * comes of its square root of Gemeinden and of services, so that the shape stays.
 */
export function sizeOf(share: number): NationSize {
  const scaled = (count: number) => Math.max(laender, Math.round(count * Math.sqrt(share)))
  return {
    kreise: scaled(400),
    verbaende: scaled(4_400),
    gemeinden: scaled(10_981),
    offices: scaled(60_000),
    services: { gemeinde: scaled(150), kreis: scaled(700), land: scaled(4_500), bund: scaled(650) },
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
/** Which of `parents` the child belongs to, when all have about as many. */
const parentOf = (index: number, count: number, parents: number) => Math.floor((index * parents) / count)

/** Position of a part among those of the same whole. */
const within = (index: number, count: number, parents: number) =>
  index - Math.ceil((parentOf(index, count, parents) * count) / parents)

const padded = (value: number, digits: number) => String(value).padStart(digits, '0')

/** Keys as in the real ones: 2 digits for the Land, 5 for the Kreis, 9 for the Verband, 12 for the Gemeinde. */
export function keysOf(size: NationSize) {
  const land = numbers(laender).map((index) => padded(index + 1, 2))
  const kreis = numbers(size.kreise).map(
    (index) =>
      `${land[parentOf(index, size.kreise, laender)]}0${padded(within(index, size.kreise, laender) + 1, 2)}`,
  )
  const verband = numbers(size.verbaende).map(
    (index) =>
      `${kreis[parentOf(index, size.verbaende, size.kreise)]}${padded(5_001 + within(index, size.verbaende, size.kreise), 4)}`,
  )
  const gemeinde = numbers(size.gemeinden).map(
    (index) =>
      `${verband[parentOf(index, size.gemeinden, size.verbaende)]}${padded(within(index, size.gemeinden, size.verbaende) + 1, 3)}`,
  )
  return { land, kreis, verband, gemeinde }
}

/** A name for each number, none twice below 97,280. */
function townName(index: number): string {
  const ending = townEndings[index % townEndings.length] as string
  const start = towns[Math.floor(index / townEndings.length) % towns.length] as string
  const round = Math.floor(index / townEndings.length / towns.length)
  const first = ['', 'Groß ', 'Klein ', 'Alt ', 'Neu ', 'Hohen ', 'Nieder ', 'Ober '][round % 8] as string
  const last = round < 8 ? '' : ` (${places[Math.floor(round / 8) % places.length]})`
  return `${first}${start}${ending}${last}`
}

const line = (values: readonly (string | number)[]) => `${values.join(',')}\n`

/** Areas in our own CSV format. */
export function* nationAreas(size: NationSize): Generator<string> {
  const keys = keysOf(size)
  yield 'region_key,level,kind,name,full_name,ags,parent_key,population,seat,seat_postcode,lat,lon\n'
  for (const [index, key] of keys.land.entries())
    yield line([
      key,
      'land',
      'land',
      places[index] ?? key,
      places[index] ?? key,
      '',
      '',
      5_000_000,
      '',
      '',
      '',
      '',
    ])
  for (const [index, key] of keys.kreis.entries()) {
    const name = `${townName(index * 27)}er Land`
    yield line([
      key,
      'kreis',
      'landkreis',
      name,
      `Landkreis ${name}`,
      '',
      key.slice(0, 2),
      200_000,
      '',
      '',
      '',
      '',
    ])
  }
  for (const [index, key] of keys.verband.entries()) {
    const name = townName(Math.floor((index * size.gemeinden) / size.verbaende))
    yield line([key, 'verband', 'amt', name, `Amt ${name}`, '', key.slice(0, 5), 8_000, '', '', '', ''])
  }
  for (const [index, key] of keys.gemeinde.entries()) {
    const ags = key.slice(0, 5) + padded(within(index, size.gemeinden, size.kreise), 3)
    yield line([
      key,
      'gemeinde',
      'gemeinde',
      townName(index),
      townName(index),
      ags,
      key.slice(0, 9),
      3_000,
      '',
      '',
      '',
      '',
    ])
  }
}

/** One office of our own JSON format: a general one for each body, and others below those of the Verbaende. */
export function* nationUnits(size: NationSize) {
  const { land, kreis, verband, gemeinde } = keysOf(size)
  const tiers = [
    ...land.map((key) => [key, 'state'] as const),
    ...[...kreis, ...verband, ...gemeinde].map((key) => [key, 'municipal'] as const),
  ]
  for (const [key, tier] of tiers)
    yield unit(`body-${key}`, `Verwaltung ${key}`, { tier, regionKey: key, general: true })
  for (let index = 0; index < size.offices - tiers.length; index += 1) {
    const parentId = `body-${verband[index % verband.length]}`
    yield unit(`office-${index}`, `${offices[index % offices.length]} ${townName(index % size.gemeinden)}`, {
      tier: 'municipal',
      parentId,
    })
  }
}

const weekdays = [1, 2, 3, 4, 5]
const unit = (id: string, name: string, more: object) => ({
  id,
  names: { de: name },
  identifiers: [],
  addresses: [{ kind: 'visitor', street: 'Am Markt', houseNumber: '1', postcode: '00000', city: 'Erfunden' }],
  contacts: [{ kind: 'email', value: `${id}@nation.example` }],
  hours: { spans: weekdays.map((weekday) => ({ weekday, opens: '08:00', closes: '12:00' })), exceptions: [] },
  invented: true,
  ...more,
})

export const nationService = (index: number) => {
  const object = objects[index % objects.length] as string
  const act = acts[Math.floor(index / objects.length) % acts.length] as string
  const round = Math.floor(index / objects.length / acts.length)
  return {
    id: `nation-${index}`,
    leistungsschluessel: `99${padded(index + 1, 12)}`,
    title: `${object} ${act}${round > 0 ? ` (Fall ${round + 1})` : ''}`,
    object,
  }
}

/** One service of our own JSON format, with two and a half kilobytes of text. */
export function nationServiceRecord(index: number, seed: number) {
  const { id, leistungsschluessel, title, object } = nationService(index)
  const random = createRandom(seed + index)
  return {
    id,
    identifier: { schemeAgencyId: 'nation', schemeId: 'leistung', value: id },
    leistungsschluessel,
    audience: ['citizen'],
    titles: { de: title },
    keywords: { de: [`${object}sache ${index}`] },
    modules: ['05', '06', '08', '09'].map((code) => ({
      code,
      lang: 'de',
      html: paragraph(random, object, 8),
    })),
  }
}

/** Who answers for what: the service's number, the region and the office. */
export function* nationResponsibilities(size: NationSize) {
  const { land, kreis, verband, gemeinde } = keysOf(size)
  const bodies = land.length + kreis.length + verband.length + gemeinde.length
  const others = size.offices - bodies
  let service = 0
  for (let count = 0; count < size.services.gemeinde; count += 1, service += 1)
    for (const [index, regionKey] of gemeinde.entries()) {
      const body = parentOf(index, gemeinde.length, verband.length)
      const office = body + verband.length * (service % Math.max(1, Math.floor(others / verband.length)))
      yield { service, regionKey, unitId: office < others ? `office-${office}` : `body-${verband[body]}` }
    }
  for (const [keys, count] of [
    [kreis, size.services.kreis],
    [land, size.services.land],
  ] as const)
    for (let one = 0; one < count; one += 1, service += 1)
      for (const regionKey of keys) yield { service, regionKey, unitId: `body-${regionKey}` }
  for (let count = 0; count < size.services.bund; count += 1, service += 1)
    yield { service, regionKey: '', unitId: `body-${land[0]}` }
}

export const servicesIn = ({ services: { gemeinde, kreis, land, bund } }: NationSize): number =>
  gemeinde + kreis + land + bund
