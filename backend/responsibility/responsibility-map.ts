import type { AreaAnswer, ResponsibilityMap } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { areaRefs, gemeindenIn } from '../places/index.ts'
import { serviceRef } from '../services/index.ts'
import { answersByArea } from './answers-by-area.ts'
import { originOf } from './report.ts'
import { type HeldRecord, offerOf, responsibleIn } from './repository-map.ts'

interface MapQuestion {
  /** Id or Leistungsschluessel. */
  readonly service: string
  readonly area: string
  /** ISO date of today. */
  readonly day: string
}

/** Who is responsible for a service in each Gemeinde of an area; undefined when nobody describes such a service. */
export async function responsibilityMap(
  db: Db,
  { service, area, day }: MapQuestion,
): Promise<ResponsibilityMap | undefined> {
  const ref = await serviceRef(db, service, { area, lang: 'de' })
  if (!ref) return undefined
  const gemeinden = await gemeindenIn(db, area)
  const { answers, at } = answersByArea(
    gemeinden.map(({ regionKey }) => regionKey),
    await responsibleIn(db, ref.serviceKeys, area),
    await offerOf(db, ref.id, day),
  )
  const used = [...new Set(at)].sort((a, b) => a - b)
  const positions = new Map(used.map((index, position) => [index, position]))
  const shown = used.map((index) => answers[index]!)
  const regions = shown.flatMap(({ records }) => records[0]?.regionKey ?? [])
  const names = await areaRefs(db, [...new Set([area, ...regions])])
  const named = (regionKey: string) => ({ regionKey, name: names.get(regionKey)?.name ?? regionKey })
  return {
    service: { id: ref.id, title: ref.title, lang: ref.lang },
    area: named(area),
    answers: shown.map(({ kind, records }): AreaAnswer => {
      const [first] = records
      const recordedFor = first && (first.regionKey === '' ? null : named(first.regionKey))
      return {
        kind,
        units: records.map(unitOf),
        ...(recordedFor === undefined ? {} : { recordedFor }),
      }
    }),
    areas: gemeinden.map(({ regionKey, name }, index) => ({
      regionKey,
      name,
      answer: positions.get(at[index]!)!,
    })),
  }
}

const unitOf = ({ unitId, name, note, ...record }: HeldRecord) => ({
  id: unitId,
  name,
  ...(note ? { note } : {}),
  origin: originOf(record),
})
