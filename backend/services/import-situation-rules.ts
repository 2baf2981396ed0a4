import { LifeSituationSettingsBody, RegionKey } from '@amtsweg/contract'
import { type ImportContext, type ImportProfile, jsonRecords, readCsv, syncOwned } from '../import/index.ts'
import { situationId, themeId } from './import-ozg-catalogue.ts'
import { settingRows, settingsFault } from './situation-settings.ts'
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

/** How one authority arranges life situations in its area, in a file. */
const Settings = LifeSituationSettingsBody.extend({ area: RegionKey })

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
      return fault ? [] : settingRows(value.area, value, context.source.id).map((row) => ({ line, row }))
    })
    await syncOwned(context, 'life_situation_setting', rows)
  },
}
