import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { SearchedService } from '@amtsweg/backend/wayfinding/testing.ts'

const root = dirname(import.meta.dirname)

/** The public catalogues are test data: they stay outside the repository (docs/guides/data.md). */
const folder = join(process.env['AMTSWEG_TEST_DATA'] ?? join(root, '..', 'shared', 'data'), 'services')
const judgedTermsFile = 'muenchen-stichwort-dienstleistung.csv'

export const hasSearchCorpus = () => existsSync(join(folder, judgedTermsFile))

const read = (name: string) => readFileSync(join(folder, name))
const unzip = (name: string) => gunzipSync(read(name)).toString()

interface MunichService {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly leika?: string | null
  readonly fees?: string | null
  readonly forms?: readonly { readonly name: string }[] | null
  readonly meta?: { readonly keywords?: string | null }
}

/**
 * Munich's 287 services, all as if public. The editors' keywords are withheld unless asked for, because the judged terms are
 * made of them.
 */
export function munich({ withKeywords = false } = {}): SearchedService[] {
  const { data } = JSON.parse(unzip('muenchen-services_de-2026-06-08.json.gz')) as { data: MunichService[] }
  return data.map(({ id, name, description, leika, fees, forms, meta }) => ({
    id: `munich.${id}`,
    source: 'munich',
    title: name,
    keys: leika?.match(/99\d{12}/g) ?? [],
    text: withoutTags(`${description ?? ''} ${fees ?? ''}`).trim(),
    forms: forms?.map((form) => form.name) ?? [],
    keywords: withKeywords ? keywordsOf(meta?.keywords) : [],
  }))
}

const keywordsOf = (list: string | null | undefined): string[] =>
  [...new Set((list ?? '').split(',').map((keyword) => keyword.trim()))].filter(Boolean)

/** Berlin's 1,063 services. */
export function berlin(): SearchedService[] {
  const records = unzip('berlin-dienstleistungen-2024.ndjson.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, string>>)
  return records.map(({ id, name = '', beschreibung, voraussetzungen, unterlagen }) => ({
    id: `berlin.${id}`,
    source: 'berlin',
    title: name,
    text: [beschreibung, voraussetzungen, unterlagen].join('\n'),
  }))
}

/** The 5,249 titles of the OZG catalogue, which distract. */
export function catalogue(): SearchedService[] {
  const rows = parse<{ leistung: string; leika_schluessel: string }>(
    unzip('ozg-leika-katalog-nrw-2019.csv.gz'),
    { columns: true },
  )
  return rows.map(({ leistung, leika_schluessel }, index) => ({
    id: `leika.${index}`,
    source: 'ozg',
    title: leistung,
    keys: leika_schluessel ? [leika_schluessel] : [],
  }))
}

/** Words that Munich's editors noted as what citizens say, with the services they mean. */
export function judgedTerms(): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = parse<{ stichwort: string; dienstleistung_id: string }>(read(judgedTermsFile), {
    columns: true,
  })
  const terms = new Map<string, Set<string>>()
  for (const { stichwort, dienstleistung_id } of rows)
    terms.set(stichwort, (terms.get(stichwort) ?? new Set()).add(`munich.${dienstleistung_id}`))
  return terms
}

const withoutTags = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
