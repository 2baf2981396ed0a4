import { hash } from 'node:crypto'
import type { z } from 'zod'
import { type ImportFile, readTable } from '../import/index.ts'
import type { ServiceFile } from './service-file.ts'

const columns = {
  id: ['Kennung', 'id'],
  title: ['Titel', 'Name', 'Bezeichnung', 'Leistung'],
  leistungsschluessel: ['Leistungsschlüssel', 'LeiKa', 'leistungsschluessel'],
  audience: ['Zielgruppe', 'audience'],
  teaser: ['Kurztext', 'Teaser'],
  text: ['Volltext', 'Text', 'Beschreibung'],
  preconditions: ['Voraussetzungen'],
  steps: ['Ablauf', 'Verfahrensablauf'],
  hints: ['Hinweise'],
  fees: ['Kosten', 'Gebühren'],
  online: ['Onlinedienst', 'Online-Dienst', 'Link'],
  keywords: ['Stichwörter', 'Schlagwörter', 'keywords'],
  regionKey: ['Regionalschlüssel', 'Schlüssel', 'ARS', 'regionKey'],
} as const

/** A record of our own format as a table tells it, not checked yet, and the line it stands on. */
export interface TableRecord {
  readonly line: number
  readonly value: unknown
}

/** Services from a table of a spreadsheet, one a line; `area` is where one holds that does not say so. */
export async function serviceTable(file: ImportFile, area: string): Promise<readonly TableRecord[]> {
  const rows = await readTable(file, columns, ['title'])
  return rows.map(({ line, value }) => ({ line, value: serviceIn(value, area) }))
}

/** Codes of the text modules that a column stands for (XZuFi). */
const modules = { teaser: '24', text: '06', preconditions: '09', steps: '11', hints: '15' } as const

function serviceIn(
  row: Readonly<Record<keyof typeof columns, string>>,
  area: string,
): Omit<z.input<typeof ServiceFile>, 'identifier'> {
  const words = row.keywords.split(/[,;|]/).flatMap((word) => word.trim() || [])
  return {
    id: row.id || `${area}-${hash('sha1', row.title, 'hex').slice(0, 12)}`,
    ...(row.leistungsschluessel ? { leistungsschluessel: row.leistungsschluessel } : {}),
    regionKey: row.regionKey || area,
    audience: /unternehm|business|gewerb/i.test(row.audience) ? ['business'] : ['citizen'],
    titles: { de: row.title },
    ...(words.length > 0 ? { keywords: { de: words } } : {}),
    modules: (Object.keys(modules) as (keyof typeof modules)[]).flatMap((name) =>
      row[name] === '' ? [] : [{ code: modules[name], lang: 'de', html: paragraphs(row[name]) }],
    ),
    ...(row.fees ? { fees: [{ kind: 'text', text: row.fees, currency: 'EUR', advancePayment: false }] } : {}),
    ...(row.online ? { onlineServices: [{ title: row.title, url: row.online }] } : {}),
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Cells hold plain text. */
const paragraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => `<p>${line.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? '')}</p>`)
    .join('')
