import { hash } from 'node:crypto'
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
  readonly fees?: string | null
  readonly forms?: readonly { readonly name: string }[] | null
}

/** Munich's 287 services, all as if public; the editors' keywords are withheld, because the judged terms are made of them. */
export function munich(): SearchedService[] {
  const { data } = JSON.parse(unzip('muenchen-services_de-2026-06-08.json.gz')) as { data: MunichService[] }
  return data.map(({ id, name, description, fees, forms }) => ({
    id: `munich.${id}`,
    title: name,
    text: withoutTags(`${description ?? ''} ${fees ?? ''}`).trim(),
    forms: forms?.map((form) => form.name) ?? [],
  }))
}

/** Berlin's 1,063 services. */
export function berlin(): SearchedService[] {
  const records = unzip('berlin-dienstleistungen-2024.ndjson.gz')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<string, string>>)
  return records.map(({ id, name = '', beschreibung, voraussetzungen, unterlagen }) => ({
    id: `berlin.${id}`,
    title: name,
    text: [beschreibung, voraussetzungen, unterlagen].join('\n'),
  }))
}

/** The 5,249 titles of the OZG catalogue, which only distract. */
export function catalogue(): SearchedService[] {
  const rows = parse<{ leistung: string }>(unzip('ozg-leika-katalog-nrw-2019.csv.gz'), { columns: true })
  return rows.map(({ leistung }, index) => ({ id: `leika.${index}`, title: leistung }))
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

/** Weights and limits were chosen on the development half; the test half only says whether they hold. */
export const halfOf = (term: string): 'development' | 'test' =>
  Number.parseInt(hash('sha256', term).slice(0, 2), 16) % 2 === 0 ? 'development' : 'test'

/** Strings of five to twelve random letters, always the same ones. */
export function nonsense(count: number): string[] {
  let state = 20261123
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const letters = (length: number) =>
    Array.from({ length }, () => String.fromCodePoint(97 + below(26))).join('')
  return Array.from({ length: count }, () => letters(5 + below(8)))
}

const withoutTags = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
