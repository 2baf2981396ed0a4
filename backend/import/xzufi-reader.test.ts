import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ImportError } from './profile.ts'
import { inPieces, xzufiFile, xzufiMessages } from './testing.ts'
import { documentEnd, documentStart, elementXml, namespaceOf } from './xzufi-document.ts'
import type { XzufiElement } from './xzufi-element.ts'
import { readXzufi, xzufiVersions } from './xzufi-reader.ts'

const read = (text: string) => readXzufi(inPieces(Buffer.from(text)))
const brief = async (file: string) =>
  (await xzufiMessages(file)).map(({ action, kind, identifier }) => [action, kind, identifier?.value])

describe('the messages of a file', () => {
  test('name what is written and what is deleted, one or many', async () => {
    const file = xzufiFile(`
      <schreibe><leistung><id>l1</id></leistung></schreibe>
      <schreibe><onlinedienst><id>d1</id></onlinedienst><formular><id>f1</id></formular></schreibe>
      <loesche klasse="Leistung"><id>l2</id></loesche>
      <loesche klasse="LeistungSpezialisierung"><id>s1</id><id>s2</id></loesche>
      <loesche klasse="xzufi:Organisationseinheit"><id>o1</id></loesche>
      <loesche><klasse>Zustaendigkeit</klasse><id>z2</id></loesche>
      <schreibe><zustaendigkeitTransferObjekt><zustaendigkeit><id>z1</id></zustaendigkeit></zustaendigkeitTransferObjekt></schreibe>
      <schreibe><leistungSpezialisierung><id>s3</id></leistungSpezialisierung></schreibe>
      <schreibe><gebiet><id>g1</id></gebiet></schreibe>`)
    expect(await brief(file)).toEqual([
      ['write', 'leistung', 'l1'],
      ['write', 'onlinedienst', 'd1'],
      ['write', 'formular', 'f1'],
      ['delete', 'leistung', 'l2'],
      ['delete', 'spezialisierung', 's1'],
      ['delete', 'spezialisierung', 's2'],
      ['delete', 'organisationseinheit', 'o1'],
      ['delete', 'zustaendigkeit', 'z2'],
      ['write', 'zustaendigkeit', 'z1'],
      ['write', 'spezialisierung', 's3'],
      ['write', 'gebiet', 'g1'],
    ])
  })

  test('may stand deeper, or be one object alone', async () => {
    const deep = xzufiFile('<antwort><ergebnis><leistung><id>1</id></leistung></ergebnis></antwort>')
    const alone = `<leistung xmlns="${namespaceOf('2.2')}"><id>2</id></leistung>`
    expect([...(await brief(deep)), ...(await brief(alone))]).toEqual([
      ['write', 'leistung', '1'],
      ['write', 'leistung', '2'],
    ])
  })

  test('have no identifier where the sender gave none', async () => {
    const file = xzufiFile('<schreibe><leistung/></schreibe><loesche klasse="Leistung"><id/></loesche>')
    expect(await brief(file)).toEqual([
      ['write', 'leistung', undefined],
      ['delete', 'leistung', undefined],
    ])
  })

  test('come with who sent them, and what else stands beside them', async () => {
    const { version, records, unknown } = await read(
      xzufiFile('<transaktionID>7</transaktionID><beilage/><beilage/>', '2_3_1', 'Land'),
    )
    expect(version).toBe('2.3.1')
    const found = []
    for await (const record of records) found.push(record)
    expect(found).toEqual([{ header: { sender: 'Land', createdAt: '2026-11-20T03:00:00Z' } }])
    expect([...unknown]).toEqual([['beilage', 2]])
  })
})

describe('a file that is not read', () => {
  test.each([
    ['<html/>', /no XZuFi file: its root <html> is in the namespace ""/],
    ['<leistung xmlns="urn:other"/>', /its root <leistung> is in the namespace "urn:other"/],
    ['<t xmlns="http://xoev.de/schemata/xzufi/2_1_0"/>', /XZuFi 2.1; 2.2 and 2.3.1 are read/],
    ['<t xmlns="http://xoev.de/schemata/xzufi/"/>', /unknown version/],
    ['{}', /not well-formed/],
    ['', /empty/],
  ])('%s', async (text, words) => {
    await expect(read(text)).rejects.toThrow(words)
    await expect(read(text)).rejects.toThrow(ImportError)
  })
})

describe('a document', () => {
  const name = fc.constantFrom('leistung', 'id', 'modulText', '|code', '|name', '{urn:x}fremd', 'größe')
  const text = fc
    .oneof(fc.string(), fc.constantFrom('<p>a &amp; b</p>', ' \r\n\t', ']]>', 'ä€😀', '"\''))
    .map(sound)
  const attributes = fc.dictionary(
    fc.constantFrom('languageCode', 'schemeID', 'xsi:type', 'xml:lang', '{urn:y}art'),
    text,
    { minKeys: 1, noNullPrototype: true },
  )
  /** What XML can hold: the rest is left out when it is written. */
  function sound(value: string): string {
    return value.toWellFormed().replace(/(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/gu, '')
  }
  const { element } = fc.letrec<{ element: XzufiElement }>((tie) => ({
    element: fc
      .tuple(
        name,
        fc.oneof(
          { maxDepth: 4 },
          text,
          fc.array(tie('element'), { minLength: 1, maxLength: 4 }),
          fc
            .tuple(
              tie('element'),
              text.filter((value) => value.trim() !== ''),
            )
            .map(([one, words]) => [one, ['#text', words] as const]),
        ),
        fc.option(attributes, { nil: undefined }),
      )
      .map(([own, content, more]) => (more ? [own, content, more] : [own, content])),
  }))

  test.each(xzufiVersions)('of %s holds any element as it was', async (version) => {
    await fc.assert(
      fc.asyncProperty(element, async (one) => {
        const wrapped: XzufiElement = ['leistung', [['id', '1'], one]]
        const document = `${documentStart('transfer', version, {})}${elementXml(['schreibe', [wrapped]])}${documentEnd('transfer')}`
        const [message] = await xzufiMessages(document)
        expect(message?.element).toEqual(wrapped)
      }),
      { numRuns: 200 },
    )
  })

  test('calls types by its own prefix, whatever the sender called them', async () => {
    const file = `<n:transfer xmlns:n="${namespaceOf('2.2')}" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
      <n:schreibe><n:leistung><n:struktur i:type="n:Objekt"/><x xmlns="${namespaceOf('2.2')}" i:type="Objekt"/></n:leistung></n:schreibe></n:transfer>`
    const [message] = await xzufiMessages(file)
    expect(message?.element).toEqual([
      'leistung',
      [
        ['struktur', '', { 'xsi:type': 'xzufi:Objekt' }],
        ['x', '', { 'xsi:type': 'xzufi:Objekt' }],
      ],
    ])
  })
})
