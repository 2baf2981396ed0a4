import { hash } from 'node:crypto'
import { moduleCodes } from '@amtsweg/contract'
import { letterOfKey, sortKeyOf } from './german-order.ts'
import { keywordOf } from './keyword.ts'
import { htmlOf, richTextOf, wordsOf } from './rich-text.ts'
import type { ServiceRecord } from './service-record.ts'

/** Longest text and title we take; longer ones are not texts. */
const longestText = 100_000
const longestTitle = 500

const keyForm = /^99\d{12}$/
const idForm = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,119}$/
const langForm = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
const regionForm = /^(?:\d{2}|\d{3}|\d{5}|\d{9}|\d{12})$/
const codes: readonly string[] = moduleCodes

/** All rows of one service, ready to be written. */
export type ServiceRows = ReturnType<typeof rowsOf>

/** Why a record cannot be taken; undefined when it can. */
export function faultOf(record: ServiceRecord): string | undefined {
  const { id, titles, leistungsschluessel: key, regionKey, modules, identifier } = record
  const languages = [
    ...Object.keys(titles),
    ...Object.keys(record.keywords),
    ...modules.map((one) => one.lang),
  ]
  const regions = [regionKey, ...record.parts.map((part) => part.regionKey)].filter(
    (key) => key !== undefined,
  )
  const unknown = modules.find((one) => !codes.includes(one.code))
  const faults: readonly (readonly [boolean, string])[] = [
    [!idForm.test(id), `The id "${id.slice(0, 130)}" has a form we cannot use`],
    [!identifier.value.trim(), 'The identifier is empty'],
    [!titles['de']?.trim(), 'The German title is missing'],
    [Object.values(titles).some((title) => title.length > longestTitle), 'The title is too long'],
    [key !== undefined && !keyForm.test(key), `"${key}" is no Leistungsschluessel`],
    [regions.some((region) => !regionForm.test(region)), 'A region key has a wrong form'],
    [unknown !== undefined, `There is no text module ${unknown?.code}`],
    [modules.some((one) => one.html.length > longestText), `A text is longer than ${longestText} characters`],
    [languages.some((lang) => !langForm.test(lang)), 'A language tag has a wrong form'],
  ]
  return faults.find(([isFault]) => isFault)?.[1]
}

/** Turns a record into rows: texts made safe, keywords told apart, everything in a fixed order. */
export function rowsOf(record: ServiceRecord, sourceId: string, batch: string) {
  const { id, identifier, regionKey = null } = record
  const texts = textRows(record)
  const content = {
    names: Object.entries(record.titles).map(([lang, title]) => ({
      service_id: id,
      lang,
      title: title.trim(),
      official_title: record.officialTitles?.[lang]?.trim() ?? null,
      ...placeOf(sortKeyOf(title)),
    })),
    texts: texts.map(({ words: _, ...row }) => row),
    parts: partRows(record),
    keywords: Object.entries(record.keywords).flatMap(([lang, words]) => keywordRows(id, lang, words)),
    identifiers: identifierRows(record),
    lifeSituations: [...new Set(record.lifeSituations)].map((lifeSituation) => ({
      service_id: id,
      life_situation_id: lifeSituation,
    })),
  }
  const service = {
    id,
    scheme_agency_id: identifier.schemeAgencyId,
    scheme_id: identifier.schemeId,
    value: identifier.value,
    leistungsschluessel: record.leistungsschluessel ?? null,
    typisierung: record.typisierung ?? null,
    region_key: regionKey,
    public: 1,
    citizen: record.audience.includes('citizen') ? 1 : 0,
    business: record.audience.includes('business') ? 1 : 0,
    valid_from: record.validFrom ?? null,
    valid_to: record.validTo ?? null,
    updated_at: record.updatedAt ?? null,
    author: record.author?.trim() || null,
    richness: texts.filter((text) => text.lang === 'de').reduce((sum, text) => sum + text.words, 0),
    source_id: sourceId,
    batch,
  }
  const fingerprint = hash('sha1', JSON.stringify([service, content]), 'base64url')
  return { service: { ...service, fingerprint }, ...content }
}

const placeOf = (sortKey: string) => ({ sort_key: sortKey, letter: letterOfKey(sortKey) })

/** Every Leistungsschluessel of a record, its own first. */
const keysOf = ({ leistungsschluessel, furtherKeys = [] }: ServiceRecord): readonly string[] => [
  ...new Set([
    ...(leistungsschluessel ? [leistungsschluessel] : []),
    ...furtherKeys.filter((key) => keyForm.test(key)),
  ]),
]

/** Leistungsschluessel and secondary identifiers, each once. */
function identifierRows(record: ServiceRecord) {
  const keys = keysOf(record).map((value) => ({ schemeAgencyId: 'fim', schemeId: 'leika', value }))
  const rows = [...keys, ...(record.identifiers ?? [])].map(({ schemeAgencyId, schemeId, value }) => ({
    service_id: record.id,
    scheme_agency_id: schemeAgencyId,
    scheme_id: schemeId,
    value,
  }))
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

function textRows({ id, modules }: ServiceRecord) {
  return modules.flatMap(({ code, lang, html, author, updatedAt }, position) => {
    const content = richTextOf(html)
    if (content.length === 0) return []
    return [
      {
        service_id: id,
        lang,
        code,
        position,
        html: htmlOf(content),
        content: JSON.stringify(content),
        author: author?.trim() || null,
        updated_at: updatedAt ?? null,
        words: wordsOf(content).length,
      },
    ]
  })
}

/** A part that holds wherever the service does needs no region of its own. */
function partRows({ id, parts, regionKey }: ServiceRecord) {
  return parts.map((part, position) => ({
    service_id: id,
    kind: part.kind,
    lang: part.lang,
    position,
    region_key: part.regionKey && !regionKey?.startsWith(part.regionKey) ? part.regionKey : null,
    content: JSON.stringify(part.content),
    author: part.author?.trim() || null,
    updated_at: part.updatedAt ?? null,
  }))
}

/** Keywords of one language, each once however it is written. */
function keywordRows(serviceId: string, lang: string, words: readonly string[]) {
  const byKey = new Map<string, string>()
  for (const word of words) {
    const keyword = keywordOf(word)
    const key = keyword && sortKeyOf(keyword)
    if (key && !byKey.has(key)) byKey.set(key, keyword)
  }
  return [...byKey].map(([sort_key, keyword]) => ({
    service_id: serviceId,
    lang,
    keyword,
    ...placeOf(sort_key),
  }))
}
