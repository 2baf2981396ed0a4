import type { LifeSituationSettingsBody } from '@amtsweg/contract'
import type { LifeSituationSettingTable } from './tables.ts'

/** How an authority arranges life situations, whether it says so in a file or at the desk. */
export type SituationSettings = LifeSituationSettingsBody

/** Every life situation that settings say something of. */
const namedIn = ({ order, hide, show, rename }: SituationSettings) => [
  ...new Set([...order, ...hide, ...show, ...Object.keys(rename)]),
]

/** What contradicts itself in settings, or names what there is not; undefined where nothing does. */
export function settingsFault(settings: SituationSettings, known: ReadonlySet<string>): string | undefined {
  const { order, hide, show } = settings
  const unknown = namedIn(settings).find((id) => !known.has(id))
  if (unknown) return `There is no life situation ${unknown}`
  const both = hide.find((id) => show.includes(id))
  if (both) return `${both} cannot be hidden and shown`
  const twice = order.find((id, index) => order.indexOf(id) !== index)
  return twice && `${twice} stands in the order twice`
}

/** Settings of an area as they are stored. */
export function settingRows(area: string, settings: SituationSettings, sourceId: string) {
  const { order, hide, show, rename } = settings
  const hiding = (id: string) => (hide.includes(id) ? 1 : 0)
  return namedIn(settings).map((id) => ({
    id: `${area} ${id}`,
    region_key: area,
    life_situation_id: id,
    position: order.includes(id) ? order.indexOf(id) + 1 : null,
    hidden: hide.includes(id) || show.includes(id) ? hiding(id) : null,
    names: rename[id] ? JSON.stringify(rename[id]) : null,
    source_id: sourceId,
  }))
}

/** Stored settings of one area as editors read them, in a fixed order. */
export function settingsOfRows(rows: readonly LifeSituationSettingTable[]): SituationSettings {
  const byId = rows.toSorted((a, b) => (a.life_situation_id < b.life_situation_id ? -1 : 1))
  const idsOf = (some: readonly LifeSituationSettingTable[]) => some.map((row) => row.life_situation_id)
  return {
    order: idsOf(
      byId.filter(({ position }) => position !== null).toSorted((a, b) => a.position! - b.position!),
    ),
    hide: idsOf(byId.filter(({ hidden }) => hidden === 1)),
    show: idsOf(byId.filter(({ hidden }) => hidden === 0)),
    rename: Object.fromEntries(
      byId.flatMap(({ life_situation_id: id, names }) =>
        names === null ? [] : [[id, inOrder(JSON.parse(names) as Record<string, string>)]],
      ),
    ),
  }
}

const inOrder = <Value>(some: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(some).sort(([a], [b]) => (a < b ? -1 : 1)))
