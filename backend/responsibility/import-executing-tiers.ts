import { type ImportContext, type ImportProfile, insertAll, readCsv } from '../import/index.ts'
import type { ExecutingTier, ExecutingTierRow } from './tables.ts'
import { executingTiers } from './tiers.ts'

const columns = ['leistungsschluessel', 'title', 'tier', 'typisierung', 'source', 'note'] as const
/** The table speaks of Mecklenburg-Vorpommern: KV M-V and the laws of the Land it names. */
const land = '13'

/** Which tier executes which service; the responsibilities of its bodies follow from it (see repository-tiers.ts). */
export const executingTiersProfile: ImportProfile = {
  name: 'executing-tiers',
  summary: `Which tier executes a service in Mecklenburg-Vorpommern, CSV: ${columns.join(',')}`,
  touches: ['responsibility'],
  source: {
    id: 'amtsweg-tiers',
    name: 'Wer welche Leistung in Mecklenburg-Vorpommern vollzieht',
    publisher: 'Amtsweg',
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
    attribution:
      'Tabelle von Amtsweg aus Gesetzen und Veröffentlichungen des Landes; Fundstelle und Zweifel stehen in jeder Zeile',
    asOf: '2026-11-23',
    invented: false,
  },
  run: async (file, context) => {
    const rows = new Map<string, ExecutingTierRow>()
    for (const { line, value } of readCsv(file, columns)) {
      context.count('read')
      const { leistungsschluessel = '', tier = '', typisierung, source, note } = value
      const fault = faultOf(leistungsschluessel, tier, rows)
      if (fault) context.reject(line, fault, `${leistungsschluessel},${tier}`)
      else
        rows.set(leistungsschluessel, {
          leistungsschluessel,
          region_key: land,
          tier: tier as ExecutingTier,
          typisierung: typisierung || null,
          basis: source || null,
          note: note || null,
          source_id: context.source.id,
        })
    }
    await replaceTiers(context, rows)
  },
}

function faultOf(leistungsschluessel: string, tier: string, known: ReadonlyMap<string, unknown>) {
  if (!/^99\d{12}$/.test(leistungsschluessel)) return 'A Leistungsschluessel has 14 digits and begins with 99'
  if (!executingTiers.some((one) => one === tier)) return `The tier is one of ${executingTiers.join(', ')}`
  return known.has(leistungsschluessel) ? 'The same Leistungsschluessel stands twice in this file' : undefined
}

async function replaceTiers(
  { trx, count, guardDeletions }: ImportContext,
  rows: ReadonlyMap<string, ExecutingTierRow>,
): Promise<void> {
  const present = await trx.selectFrom('executing_tier').selectAll().where('region_key', '=', land).execute()
  const known = new Map(present.map((row) => [row.leistungsschluessel, row]))
  const vanishing = present.filter((row) => !rows.has(row.leistungsschluessel))
  const changed = [...rows.values()].filter((row) => !isSame(row, known.get(row.leistungsschluessel)))
  guardDeletions(present.length, vanishing.length)
  for (const { leistungsschluessel } of [...vanishing, ...changed])
    await trx
      .deleteFrom('executing_tier')
      .where('leistungsschluessel', '=', leistungsschluessel)
      .where('region_key', '=', land)
      .execute()
  await insertAll(trx, 'executing_tier', changed)
  count('written', changed.length)
  count('deleted', vanishing.length)
}

const isSame = (row: ExecutingTierRow, other: ExecutingTierRow | undefined) =>
  other !== undefined &&
  Object.entries(row).every(([column, value]) => other[column as keyof ExecutingTierRow] === value)
