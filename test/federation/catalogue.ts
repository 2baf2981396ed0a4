import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../random.ts'
import { acts, objects, offices, townEndings, towns } from '../synthetic-words.ts'
import { paragraph } from '../synthetic-xzufi.ts'

/** How much an invented node keeps. */
export interface CatalogueSize {
  readonly units: number
  readonly services: number
}

const keyOf = (index: number) => `99${String(index).padStart(12, '0')}`
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/**
 * Files of an invented catalogue, as `amtsweg import` takes them: offices with hours, services with texts, and who answers for what. The
 * generation stands in every name, so that half of one is told from the whole. `name` keeps the ids of nodes apart.
 */
export function writeCatalogue(
  folder: string,
  name: string,
  { units, services }: CatalogueSize,
  generation: number,
): readonly (readonly [profile: string, path: string])[] {
  const random = createRandom(generation + name.length)
  const one = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!
  const write = (file: string, content: unknown) => {
    const path = join(folder, file)
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  const unit = (index: number) => ({
    ...{ id: `${name}-unit-${index}`, tier: 'municipal', general: false, regionKey: '13' },
    names: { de: `${one(offices)} ${one(towns)}${one(townEndings)} (${generation})` },
    addresses: [
      {
        kind: 'visitor',
        street: 'Am Markt',
        houseNumber: String(index % 90),
        postcode: '19055',
        city: 'Musterstadt',
      },
    ],
    contacts: [{ kind: 'phone', value: `+49 385 ${1000 + index}` }],
    hours: {
      spans: [1, 2, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '12:30' })),
      exceptions: [],
    },
  })
  const service = (index: number) => ({
    id: `${name}-service-${index}`,
    identifier: { schemeAgencyId: name, schemeId: 'leistung', value: String(index) },
    leistungsschluessel: keyOf(index),
    ...{ audience: ['citizen'], regionKey: '13', keywords: { de: [one(objects), one(acts)] } },
    titles: { de: `${one(objects)} ${one(acts)} (${generation})` },
    modules: ['06', '08', '11'].map((code) => ({
      code,
      lang: 'de',
      html: `${paragraph(random, one(objects), 8)}`,
    })),
    documents: [{ name: 'Personalausweis', required: true }],
    fees: [{ kind: 'fixed', amountCents: 1_000 + index, currency: 'EUR', advancePayment: false }],
  })
  const lines = numbers(Math.min(services, units)).map(
    (index) => `${keyOf(index)},13,responsible,${name}-unit-${index},,`,
  )
  return [
    ['units', write('units.json', numbers(units).map(unit))],
    ['services', write('services.json', numbers(services).map(service))],
    [
      'responsibilities',
      write(
        'responsibilities.csv',
        ['leistungsschluessel,region_key,role,unit_id,note,basis', ...lines, ''].join('\n'),
      ),
    ],
  ]
}
