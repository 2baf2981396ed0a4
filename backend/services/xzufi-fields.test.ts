import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { XzufiElement } from '../import/index.ts'
import { describeRegisters, testFile } from '../import/testing.ts'
import { type XzufiField, xzufiFields } from './xzufi-fields.ts'
import { serviceOf } from './xzufi-service.ts'
import { unknownIn } from './xzufi-unknown.ts'
import { convertXzufi } from './xzufi-version.ts'

const fieldsOf = Map.groupBy(xzufiFields, ({ type }) => type)
const identifier = { schemeAgencyId: 'A', schemeId: '', value: '1' }

/** Values that mean something to whoever reads the field; all others are words. */
const values: Readonly<Record<string, string>> = {
  leikaTextmodul: '06',
  leistungsadressat: '001',
  pflichtangabetyp: '02',
  einheit: 'TAG',
  einheitBis: 'WOCHE',
  dauer: '3',
  dauerBis: '5',
  betrag: '12.50',
  betragUntergrenze: '1',
  betragObergrenze: '2',
  von: '2026-01-31',
  bis: '2026-02-28',
  beginn: '2020-01-01T00:00:00Z',
  ende: '2099-12-31T00:00:00Z',
  vorkasse: 'true',
  positionDarstellung: '1',
  uri: 'https://a.example/',
  geaendertDatumZeit: '2026-01-02T00:00:00Z',
  erstelltDatumZeit: '2026-01-01T00:00:00Z',
  referenzLeiKa: '99050012104000',
  referenzLeistungsschluessel: '99050012104000',
}

const recursive = new Set(['Gebiet', 'Herausgeber'])

/** An object with every field of a type, but for those left out. */
function full(
  name: string,
  type: string,
  without: (field: XzufiField) => boolean,
  path: readonly string[] = [],
): XzufiElement {
  const fields = (fieldsOf.get(type) ?? []).filter((field) => !without(field))
  const attributes = Object.fromEntries(
    fields
      .filter(({ element }) => element.startsWith('@'))
      .map(({ element }) => [element.slice(1), element === '@languageCode' ? 'de' : `${element} X`]),
  )
  const children = fields
    .filter(({ element }) => /^[a-z]/i.test(element))
    .flatMap(({ element, of }): XzufiElement[] => {
      if (of.length === 0) return [[element, values[element] ?? `${element} text`]]
      return of
        .filter((one) => !(recursive.has(one) && path.includes(one)))
        .map((one) => full(element, one, without, [...path, one]))
    })
  const own = fields.some(({ element }) => element === '#text')
  const code = type === 'RawCode' && fields.some(({ element }) => element === 'code')
  const content = children.map((child): XzufiElement =>
    code && child[0] === 'code' ? ['code', values[name] ?? '7'] : child,
  )
  const text = own ? (values[name] ?? `${name} words`) : ''
  const inner = content.length > 0 ? content : text
  return Object.keys(attributes).length > 0 ? [name, inner, attributes] : [name, inner]
}

const versions = [
  ['2.2', 'Leistung220'],
  ['2.3.1', 'Leistung231'],
] as const
const everything = () => false

describe.each(versions)('a Leistung of %s with every field', (version, type) => {
  const leistung = full('leistung', type, everything)

  test('holds nothing that we do not know', () => {
    expect(unknownIn('leistung', version, leistung)).toEqual([])
  })

  test('stays as it is in its own version', () => {
    expect(convertXzufi('leistung', leistung, version, version)).toEqual({ element: leistung, lost: [] })
  })

  test('holds only what the other version knows once it is written in it', () => {
    const other = version === '2.2' ? '2.3.1' : '2.2'
    const { element, lost } = convertXzufi('leistung', leistung, version, other)
    expect(unknownIn('leistung', other, element)).toEqual([])
    expect(lost.length).toBeGreaterThan(0)
  })

  test('becomes a service without a fault', () => {
    const service = serviceOf(leistung, identifier, { day: '2026-11-25', regionKey: undefined })
    expect(service.leistungsschluessel).toBe('99050012104000')
    expect(service.parts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['document', 'fee', 'deadline', 'processing-time']),
    )
  })

  const shown = (element: XzufiElement) =>
    JSON.stringify(serviceOf(element, identifier, { day: '2026-11-25', regionKey: undefined }))
  const reachable = new Set<string>()
  const walk = (one: string) => {
    if (reachable.has(one)) return
    reachable.add(one)
    for (const field of fieldsOf.get(one) ?? []) field.of.forEach(walk)
  }
  walk(type)
  const kept = xzufiFields.filter(
    ({ type: own, element, treatment }) => reachable.has(own) && element && treatment === 'kept',
  )

  test.each(kept.map((field) => [`${field.type}.${field.field}`, field] as const))(
    'reads the same without %s, which is only kept',
    (_, field) => {
      const without = full('leistung', type, (one) => one === field)
      expect(shown(without)).toBe(shown(leistung))
    },
  )
})

test('every field says what becomes of it', () => {
  for (const { treatment, where } of xzufiFields) {
    expect(['shown', 'used', 'kept']).toContain(treatment)
    expect(where).not.toBe('')
  }
})

describeRegisters('the published list of fields', () => {
  const short = (type: string) =>
    type.replace(
      /^fimportal__xzufi__(?:xzufi(220|231)__)?(?:leistung|common)__(\w+)$/,
      (_, version = '', name) => `${name}${version}`,
    )

  test('is the list of our fields, none missing and none invented', () => {
    const published = readFileSync(testFile('standards/xzufi-fields.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t'))
      .map(([type = '', field = '']) => `${short(type)}.${field}`)
    expect(published).toHaveLength(452)
    expect(xzufiFields.map(({ type, field }) => `${type}.${field}`)).toEqual(published)
  })
})
