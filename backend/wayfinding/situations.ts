import { queryWords } from './normalise.ts'
import { stem } from './stem.ts'

/** A life situation by the stems of its names, and the services in it. */
export interface Situation {
  readonly stems: ReadonlySet<string>
  readonly services: ReadonlySet<string>
}

/** Rows of life situations: `names` is JSON {lang: name}. */
export interface SituationRows {
  readonly situations: readonly { readonly id: string; readonly names: string }[]
  readonly members: readonly { readonly service_id: string; readonly life_situation_id: string }[]
}

export function situationsOf({ situations, members }: SituationRows): readonly Situation[] {
  const services = Map.groupBy(members, (row) => row.life_situation_id)
  return situations.flatMap(({ id, names }) => {
    const own = new Set(services.get(id)?.map((row) => row.service_id))
    return Object.values(JSON.parse(names) as Readonly<Record<string, string>>).map((name) => ({
      stems: new Set(queryWords(name).map(stem)),
      services: own,
    }))
  })
}

/** Services in the life situations in whose name all typed words stand. */
export function servicesInNamed(
  situations: readonly Situation[],
  typed: readonly string[],
): ReadonlySet<string> {
  const stems = typed.map(stem)
  const named = situations.filter(
    (situation) => stems.length > 0 && stems.every((each) => situation.stems.has(each)),
  )
  return new Set(named.flatMap(({ services }) => [...services]))
}
