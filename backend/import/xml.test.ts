import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ImportError } from './profile.ts'
import { collect, inPieces } from './testing.ts'
import { type XmlElement, type XmlOptions, xmlRecords } from './xml.ts'

async function readXml(xml: string | Uint8Array, options?: XmlOptions, size?: number) {
  const { root, records } = await xmlRecords(inPieces(Buffer.from(xml), size), options)
  return { root, records: await collect(records) }
}

const message = `<?xml version="1.0" encoding="UTF-8"?>
<!-- invented -->
<x:transfer xmlns:x="urn:x" xmlns:xsi="urn:xsi" xzufiVersion="2.2.0">
  <x:schreibe nr="1"><x:titel xml:lang="de" xsi:type="x:Titel">Grüße &amp; K&#xfc;sse</x:titel></x:schreibe>
  <x:loesche xmlns="urn:d" klasse="Leistung"><id/></x:loesche>
</x:transfer>
`

describe('XML', () => {
  test('gives the root before the records, and each child of it as one', async () => {
    const { root, records } = await readXml(message)
    expect(root).toEqual({
      name: 'transfer',
      namespace: 'urn:x',
      attributes: { xzufiVersion: '2.2.0' },
      declares: { x: 'urn:x', xsi: 'urn:xsi' },
      line: 3,
    })
    const titel = {
      name: 'titel',
      namespace: 'urn:x',
      attributes: { 'xml:lang': 'de', '{urn:xsi}type': 'x:Titel' },
      text: 'Grüße & Küsse',
      children: [],
      line: 4,
    }
    const id = { name: 'id', namespace: 'urn:d', attributes: {}, text: '', children: [], line: 5 }
    expect(records).toEqual([
      { name: 'schreibe', namespace: 'urn:x', attributes: { nr: '1' }, text: '', children: [titel], line: 4 },
      {
        name: 'loesche',
        namespace: 'urn:x',
        attributes: { klasse: 'Leistung' },
        declares: { '': 'urn:d' },
        text: '',
        children: [id],
        line: 5,
      },
    ])
  })

  test('reads the same however it is cut into pieces', async () => {
    const whole = await readXml(message)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
        expect(await readXml(message, {}, size)).toEqual(whole)
      }),
    )
  })

  test('has records where they are chosen, the outer one where one holds another', async () => {
    const isRecord: XmlOptions['isRecord'] = ({ name, depth }) => name === 'r' && depth > 0
    const { records } = await readXml('<r><list><r>1<r>2</r></r>between<r>3</r></list></r>', { isRecord })
    expect(records.map(({ text }) => text)).toEqual(['1', '3'])
  })

  test('hands out a record before the file has been read to its end', async () => {
    let asked = 0
    async function* endless() {
      yield Buffer.from('<list>')
      for (;;) {
        asked += 1
        yield Buffer.from('<r/>'.repeat(300))
      }
    }
    const { records } = await xmlRecords(endless())
    for await (const { name } of records) {
      expect(name).toBe('r')
      break
    }
    expect(asked).toBe(1)
  })
})

describe('the text of an element', () => {
  const first = async (xml: string) => (await readXml(`<list>${xml}</list>`)).records[0]

  test.each([
    ['white space and line ends', '<r> a\n\tb\r\nc </r>', ' a\n\tb\nc '],
    ['only white space', '<r>  </r>', '  '],
    ['CDATA', '<r>a<![CDATA[<b>&amp;]]>c</r>', 'a<b>&amp;c'],
    ['a comment inside', '<r>a<!-- b -->c<?d?></r>', 'ac'],
    ['references', '<r>&lt;&#60;&#x1F600;</r>', '<<😀'],
  ])('keeps %s', async (_, xml, text) => {
    expect(await first(xml)).toMatchObject({ text, children: [] })
  })

  test('between elements keeps its place, unless it is only layout', async () => {
    const mixed = await first('<r>a<b>c</b> <d/>e</r>')
    expect(mixed?.mixed?.map((part) => (typeof part === 'string' ? part : part.name))).toEqual([
      'a',
      'b',
      ' ',
      'd',
      'e',
    ])
    expect(mixed).toMatchObject({ text: 'a e', children: [{ text: 'c' }, { text: '' }] })
    expect(await first('<r>\n  <b/>\n</r>')).toEqual({
      ...(await first('<r><b/></r>')),
      children: [expect.objectContaining({ name: 'b', line: 2 })],
    })
  })

  /** Writes a tree as XML once more. */
  const write = (element: XmlElement): string => {
    const escape = (text: string) => text.replaceAll(/[&<>"\r\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${escape(value)}"`)
    const parts = element.mixed ?? [element.text, ...element.children]
    const inner = parts.map((part) => (typeof part === 'string' ? escape(part) : write(part)))
    return `<${element.name}${attributes.join('')}>${inner.join('')}</${element.name}>`
  }

  test('survives being written and read again, whatever it is', async () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .map((value) => value.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''))
    const element: fc.Arbitrary<XmlElement> = fc.letrec<{ element: XmlElement }>((tie) => ({
      element: fc
        .record({
          name: fc.constantFrom('a', 'constructor', '__proto__', 'ü'),
          attributes: fc.dictionary(fc.constantFrom('b', '__proto__', 'toString'), text),
          parts: fc.array(fc.oneof({ maxDepth: 4 }, text.filter(Boolean), tie('element')), { maxLength: 4 }),
        })
        .map(({ name, attributes, parts }) => {
          const children = parts.filter((part) => typeof part !== 'string')
          const texts = parts.filter((part) => typeof part === 'string')
          const base = { name, namespace: '', attributes, line: 1, children }
          if (children.length === 0) return { ...base, text: texts.join('') }
          return { ...base, text: texts.join(''), mixed: parts }
        }),
    })).element
    await fc.assert(
      fc.asyncProperty(element, async (tree) => {
        const once = await first(write(tree))
        expect(once && write(once)).toBe(write(tree))
      }),
      { numRuns: 300 },
    )
  })
})

describe('XML that cannot be used', () => {
  const lines = (count: number) => '\n'.repeat(count)

  test.each([
    ['is not well-formed', `<a>${lines(2)}<b></a>`, 'Line 3: the XML is not well-formed'],
    ['is cut off', `<a><b/>${lines(1)}`, 'Line 2: the XML ends before its last element does'],
    ['is cut off in a tag', '<a><b', 'the XML ends before its last element does'],
    ['is empty', '', 'The file is empty'],
    ['has no element', '<!-- nothing -->', 'must contain a root element'],
    ['declares a document type', '<!DOCTYPE a []><a/>', 'document type'],
    ['has an entity of its own', '<a>&b;</a>', 'undefined entity'],
    ['has two roots', '<a/><b/>', 'not well-formed'],
    ['is no XML', 'Grüße', 'not well-formed'],
  ])('because it %s is refused in words', async (_, xml, words) => {
    const failure = await readXml(xml).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ImportError)
    expect((failure as ImportError).message).toContain(words)
    expect((failure as ImportError).message).toMatch(/\.$/)
  })

  test('tells the line also to programs', async () => {
    await expect(readXml(`<a>${lines(6)}</b>`)).rejects.toMatchObject({ line: 7 })
  })

  test.each([
    ['bytes', { bytes: 20 }, `<a>${'b'.repeat(20)}</a>`],
    ['length before the root', { prologueLength: 20 }, `${' '.repeat(20)}<a/>`],
    ['length of a record', { recordLength: 20 }, `<a><b>${'<c/>'.repeat(6)}</b></a>`],
    ['elements per record', { elementsPerRecord: 3 }, '<a><b><c/><c/><c/></b></a>'],
    ['depth', { depth: 3 }, '<a><b><c><d/></c></b></a>'],
    ['attributes', { attributesPerElement: 1 }, '<a b="" c=""/>'],
    ['length of a name', { nameLength: 5 }, '<abcdef/>'],
    ['length of an attribute', { attributeLength: 2 }, '<a b="cde"/>'],
    ['length of a text', { textLength: 10 }, `<a><b>${'c'.repeat(6)}<![CDATA[${'d'.repeat(6)}]]></b></a>`],
    ['length of a comment', { textLength: 10 }, `<a><!--${'b'.repeat(11)}`],
    ['time', { milliseconds: 5 }, '<a/>'],
  ])('beyond its limit of %s is refused, and not below it', async (_, limits, xml) => {
    let time = 0
    const now = () => (time += 6)
    await expect(readXml(xml, { limits, now })).rejects.toThrow(/\d/)
    const wider = Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, value * 100]))
    if (!xml.endsWith('>')) return
    expect((await readXml(xml, { limits: wider, now })).root.name).toMatch(/^a/)
  })
})
