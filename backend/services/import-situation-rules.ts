import { z } from 'zod'
import { Identifier, RegionKey } from '@amtsweg/contract'
import { type ImportContext, type ImportProfile, jsonRecords, readCsv, syncOwned } from '../import/index.ts'
import { situationId, themeId } from './import-ozg-catalogue.ts'
import { inventedSettings, ownMappings } from './sources.ts'

const columns = ['kind', 'ozg', 'relation', 'life_situation', 'name_de', 'name_en'] as const

const situationsOf = async ({ trx }: ImportContext): Promise<ReadonlySet<string>> =>
  new Set((await trx.selectFrom('life_situation').select('id').execute()).map(({ id }) => id))

/** Which Lage or Themenfeld of the OZG is which life situation of ours: where both are there, they become one tree. */
export const situationMappingsProfile: ImportProfile = {
  name: 'life-situation-mappings',
  summary: `OZG Lagen and Themenfelder as life situations of ours, CSV: ${columns.join(',')}`,
  touches: [],
  source: ownMappings,
  run: async (file, context) => {
    const known = await situationsOf(context)
    const rows = readCsv(file, columns).flatMap(({ line, value }) => {
      context.count('read')
      const { kind = '', ozg = '', relation = '', life_situation: target = '', name_de, name_en } = value
      const fault = mappingFault(kind, relation, target, known)
      if (fault) context.reject(line, fault, ozg)
      if (fault) return []
      const names = name_de ? JSON.stringify({ de: name_de, ...(name_en ? { en: name_en } : {}) }) : null
      const row = {
        id: kind === 'lage' ? situationId(ozg) : themeId(ozg),
        life_situation_id: target,
        relation,
        names,
        position: line,
        source_id: context.source.id,
      }
      return [{ line, row }]
    })
    await syncOwned(context, 'life_situation_mapping', rows)
  },
}

function mappingFault(kind: string, relation: string, target: string, known: ReadonlySet<string>) {
  if (kind !== 'lage' && kind !== 'themenfeld') return 'The kind is lage or themenfeld'
  if (relation !== 'same' && relation !== 'below') return 'The relation is same or below'
  return known.has(target) ? undefined : `There is no life situation ${target}`
}

/** How one authority arranges life situations in its area. */
const Settings = z.object({
  area: RegionKey,
  order: z.array(Identifier).default([]),
  hide: z.array(Identifier).default([]),
  show: z.array(Identifier).default([]),
  rename: z.record(Identifier, z.record(z.string(), z.string().trim().min(1).max(120))).default({}),
})
type Settings = z.infer<typeof Settings>

export const situationSettingsProfile: ImportProfile = {
  name: 'life-situation-settings',
  summary: 'Order, hidden ones and names of life situations in one area, as JSON in the format of Amtsweg',
  touches: [],
  source: inventedSettings,
  run: async (file, context) => {
    const known = await situationsOf(context)
    const rows = jsonRecords(file.json(), Settings, context).flatMap(({ line, value }) => {
      const fault = settingsFault(value, known)
      if (fault) context.reject(line, fault, value.area)
      return fault ? [] : rowsOf(value, context.source.id).map((row) => ({ line, row }))
    })
    await syncOwned(context, 'life_situation_setting', rows)
  },
}

function settingsFault({ order, hide, show, rename }: Settings, known: ReadonlySet<string>) {
  const named = [...order, ...hide, ...show, ...Object.keys(rename)]
  const unknown = named.find((id) => !known.has(id))
  if (unknown) return `There is no life situation ${unknown}`
  const both = hide.find((id) => show.includes(id))
  if (both) return `${both} cannot be hidden and shown`
  const twice = order.find((id, index) => order.indexOf(id) !== index)
  return twice && `${twice} stands in the order twice`
}

function rowsOf({ area, order, hide, show, rename }: Settings, sourceId: string) {
  const situations = new Set([...order, ...hide, ...show, ...Object.keys(rename)])
  const hiding = (id: string) => (hide.includes(id) ? 1 : 0)
  return [...situations].map((id) => ({
    id: `${area} ${id}`,
    region_key: area,
    life_situation_id: id,
    position: order.includes(id) ? order.indexOf(id) + 1 : null,
    hidden: hide.includes(id) || show.includes(id) ? hiding(id) : null,
    names: rename[id] ? JSON.stringify(rename[id]) : null,
    source_id: sourceId,
  }))
}
