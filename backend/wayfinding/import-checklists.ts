import { type ImportProfile, jsonRecords, syncOwned } from '../import/index.ts'
import { ChecklistRecord, contentOf, faultOf } from './checklist-record.ts'

/** Questions without a model: patterns of words and the checklist they lead to, written and changed by editors. */
export const checklistsProfile: ImportProfile = {
  name: 'checklists',
  summary: 'Questions people ask and the checklists they lead to, as JSON in the format of Amtsweg',
  touches: [],
  source: {
    id: 'amtsweg-checklists',
    name: 'Checklisten für Lebenslagen von Amtsweg',
    publisher: 'Amtsweg',
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    attribution: 'Checklisten von Amtsweg, keine amtliche Auskunft',
    asOf: '2026-11-25',
    invented: false,
  },
  run: async (file, context) => {
    const { trx, source } = context
    const records = jsonRecords(file.json(), ChecklistRecord, context)
    const ids = async (table: 'service' | 'life_situation') =>
      new Set((await trx.selectFrom(table).select('id').execute()).map(({ id }) => id))
    const known = { services: await ids('service'), lifeSituations: await ids('life_situation') }
    const rows = records.flatMap(({ line, value }) => {
      const fault = faultOf(value, known)
      if (fault) context.reject(line, fault, value.id)
      return fault ? [] : [{ line, row: toRow(value, line, source) }]
    })
    await syncOwned(context, 'checklist', rows)
  },
}

const toRow = (record: ChecklistRecord, line: number, source: { id: string; asOf?: string | undefined }) => ({
  id: record.area ? `${record.id} ${record.area}` : record.id,
  name: record.id,
  region_key: record.area ?? null,
  mode: record.mode,
  life_situation_id: record.lifeSituation ?? null,
  content: JSON.stringify(contentOf(record)),
  position: line,
  updated_at: record.date ?? source.asOf ?? null,
  source_id: source.id,
})
