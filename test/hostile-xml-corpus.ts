import { gzipSync } from 'node:zlib'
import { file, type HostileXml, type Part, pieceSize, times } from './hostile-xml.ts'

const inRecord = (...parts: readonly Part[]): readonly Part[] => ['<m><r>', ...parts, '</r></m>']
const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const utf16 = (text: string) => Buffer.concat([hex('fffe'), Buffer.from(text, 'utf16le')])

const doctype = /document type/
const malformed = /not well-formed/
const cut = /ends before its last element/
const endless = /does not end/
const bytes = /bytes that are not/
/** Of the limit of 256 KB the piece in which it is passed is taken too. */
const text = 256 * 1024 + 2 * pieceSize
const million = 1_000_000

const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')

const entities: readonly HostileXml[] = [
  file(
    'external entity',
    pieceSize,
    doctype,
    '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m><r>&x;</r></m>',
  ),
  file('external document type', pieceSize, doctype, '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/m.dtd"><m/>'),
  file(
    'parameter entity',
    pieceSize,
    doctype,
    '<!DOCTYPE m [<!ENTITY % x SYSTEM "file:///dev/zero">%x;]><m/>',
  ),
  file('billion laughs', pieceSize, doctype, `<!DOCTYPE m [<!ENTITY l0 "ha">${laughs}]><m><r>&l10;</r></m>`),
  file(
    'quadratic blow-up',
    3 * pieceSize,
    /too much stands before/,
    `<!DOCTYPE m [<!ENTITY x "${'x'.repeat(100_000)}">]><m><r>`,
    times(10_000, '&x;'),
  ),
  file(
    'document type of 20 MB',
    3 * pieceSize,
    /too much stands before/,
    '<!DOCTYPE m [',
    times(million, '<!ENTITY x "x">    '),
  ),
  file('entity of its own', pieceSize, malformed, '<m><r>&x;</r></m>'),
  file('entities of the language', pieceSize, malformed, '<m><r>&__proto__;&constructor;</r></m>'),
  file('entity name of 10 MB', text, endless, '<m><r>&', times(million, 'abcdefghij')),
  file('1,000,000 character references', text, endless, ...inRecord(times(million, '&#65;'))),
  file(
    '1,000,000 character references in an attribute',
    text,
    endless,
    '<m><r a="',
    times(million, '&#x41;'),
    '"/></m>',
  ),
  file('reference to no character', pieceSize, malformed, '<m><r>&#0;</r></m>'),
  file(
    'reference with 10 MB of digits',
    text,
    endless,
    '<m><r>&#',
    times(million, '0000000000'),
    '65;</r></m>',
  ),
  file(
    'inclusion',
    pieceSize,
    undefined,
    '<m xmlns:i="http://www.w3.org/2001/XInclude"><r><i:include href="file:///etc/passwd" parse="text"/></r></m>',
  ),
  file('style sheet', pieceSize, undefined, '<?xml-stylesheet href="file:///etc/passwd"?><m><r/></m>'),
]

const sizes: readonly HostileXml[] = [
  file('100,000 nested tags', 2 * pieceSize, /stand inside one another/, times(100_000, '<a>')),
  file(
    '100,000 attributes',
    2 * pieceSize,
    /too many attributes/,
    '<m><r',
    times(100_000, (n) => ` a${n}=""`),
  ),
  file(
    '100,000 namespaces',
    2 * pieceSize,
    /too many attributes/,
    '<m><r',
    times(100_000, (n) => ` xmlns:a${n}="urn:${n}"`),
  ),
  file('element name of 10 MB', text, endless, '<m><', times(million, 'abcdefghij')),
  file(
    'element name of 100 KB',
    3 * pieceSize,
    /name is too long/,
    '<m><',
    times(10_000, 'abcdefghij'),
    '/></m>',
  ),
  file('closing name of 10 MB', text, endless, '<m></', times(million, 'abcdefghij')),
  file('attribute name of 10 MB', text, endless, '<m><r ', times(million, 'abcdefghij')),
  file('attribute of 10 MB', text, endless, '<m><r a="', times(million, 'abcdefghij'), '"/></m>'),
  file(
    'attribute of 100 KB',
    3 * pieceSize,
    /attribute is too long/,
    '<m><r a="',
    times(10_000, 'abcdefghij'),
    '"/></m>',
  ),
  file('text of 10 MB', text, endless, ...inRecord(times(million, 'abcdefghij'))),
  file(
    'text of 10 MB in a million pieces',
    3 * 256 * 1024,
    /text is too long/,
    ...inRecord(times(million, '<![CDATA[abcdefghij]]>')),
  ),
  file('white space of 10 MB', text, endless, '<m>', times(million, ' \t\r\n \t\r\n ')),
  file('line ends of 2 MB', text, endless, ...inRecord(times(million, '\r\n'))),
  file('record of 10 MB', 3 * pieceSize, /too many/, ...inRecord(times(million, '<b>text</b>'))),
  file(
    'record of 1,000,000 elements',
    2 * pieceSize,
    /too many elements/,
    ...inRecord(times(million, '<b/>')),
  ),
  file('brackets without end', text, endless, ...inRecord('<![CDATA[', times(million, ']]]]]]]]]]'))),
  file(
    'dashes without end',
    text,
    /not well-formed|does not end/,
    '<m><!--',
    times(million, '- - - - - '),
    '--></m>',
  ),
  file('question marks without end', text, endless, '<m><?x ', times(million, '??????????')),
  file('CDATA without end', text, endless, '<m><r><![CDATA[', times(million, 'abcdefghij')),
  file('comment without end', text, endless, '<m><!--', times(million, 'abcdefghij')),
  file('instruction without end', text, endless, '<m><?x ', times(million, 'abcdefghij')),
  file('tag without end', text, endless, '<m><r ', times(million, '          ')),
  file('nothing but white space', 3 * pieceSize, /too much stands before/, times(million, '          ')),
]

const encodings: readonly HostileXml[] = [
  file('invalid UTF-8', pieceSize, bytes, ...inRecord(hex('ff'))),
  file('cut UTF-8', pieceSize, bytes, '<m><r>', hex('e282')),
  file('overlong slash', pieceSize, bytes, ...inRecord(hex('c0af'))),
  file('overlong less-than', pieceSize, bytes, ...inRecord(hex('e080bc'))),
  file('surrogates in UTF-8', pieceSize, bytes, ...inRecord(hex('eda0bdedb880'))),
  file('beyond Unicode', pieceSize, bytes, ...inRecord(hex('f4908080'))),
  file('NUL', pieceSize, malformed, ...inRecord(hex('00'))),
  file('10 MB of NUL', 2 * pieceSize, malformed, times(million, '\0'.repeat(10))),
  file('control signs', pieceSize, malformed, ...inRecord(hex('0b1b'))),
  file('no characters', pieceSize, malformed, ...inRecord('\uFFFE\uFFFF')),
  file(
    'UTF-16 mark before UTF-8',
    pieceSize,
    /bytes that are not|not well-formed/,
    hex('fffe'),
    '<m><r/></m> ',
  ),
  file(
    'UTF-8 mark before UTF-16',
    pieceSize,
    /not well-formed|bytes that are not/,
    hex('efbbbf'),
    utf16('<m/>'),
  ),
  file('UTF-16 cut within a sign', pieceSize, bytes, utf16('<m/>'), hex('0a')),
  file(
    'half a sign of UTF-16',
    pieceSize,
    bytes,
    utf16('<m>'),
    hex('00d8 0000'),
    Buffer.from('</m>', 'utf16le'),
  ),
  file('UTF-32', pieceSize, /UTF-32/, hex('fffe0000 3c000000 6d000000')),
  file('UTF-7', pieceSize, /which is not read here/, '<?xml version="1.0" encoding="UTF-7"?>+ADw-m/+AD4-'),
  file('EBCDIC', pieceSize, bytes, hex('4c6fa7949340')),
  file(
    'declared UTF-16 in UTF-8',
    pieceSize,
    /says that it is UTF-16/,
    '<?xml version="1.0" encoding="UTF-16"?><m/>',
  ),
  file(
    'declared UTF-8 in UTF-16',
    pieceSize,
    /says that it is UTF-8/,
    utf16('<?xml version="1.0" encoding="UTF-8"?><m/>'),
  ),
  file(
    'declared __proto__',
    pieceSize,
    /which is not read here/,
    '<?xml version="1.0" encoding="__proto__"?><m/>',
  ),
  file('XML 9.9', pieceSize, malformed, '<?xml version="9.9"?><m/>'),
  file(
    'image instead of XML',
    pieceSize,
    /bytes that are not|not well-formed/,
    hex('89504e470d0a1a0a0000000d49484452'),
  ),
]

const names: readonly HostileXml[] = [
  file(
    'names of the language',
    pieceSize,
    undefined,
    '<m><__proto__ __proto__="1" constructor="2" toString="3"><constructor/><hasOwnProperty/></__proto__></m>',
  ),
  file('prefixes of the language', pieceSize, malformed, '<m><__proto__:r constructor:a="1"/></m>'),
  file('duplicate attribute', pieceSize, malformed, '<m><r a="1" a="2"/></m>'),
  file(
    'duplicate by namespace',
    pieceSize,
    malformed,
    '<m xmlns:a="urn:x" xmlns:b="urn:x"><r a:c="1" b:c="2"/></m>',
  ),
  file('unbound prefix', pieceSize, malformed, '<m><x:r/></m>'),
  file('prefix xml bound anew', pieceSize, malformed, '<m xmlns:xml="urn:x"><r/></m>'),
  file('prefix xmlns bound', pieceSize, malformed, '<m xmlns:xmlns="urn:x"><r/></m>'),
  file('prefix unbound again', pieceSize, malformed, '<m xmlns:a="urn:x"><r xmlns:a=""/></m>'),
  file('name of three parts', pieceSize, malformed, '<m xmlns:a="urn:x"><a:b:c/></m>'),
  file(
    'other namespace for the same name',
    pieceSize,
    undefined,
    '<m xmlns="urn:a"><r xmlns="urn:b"><r xmlns=""/></r></m>',
  ),
  file('two roots', pieceSize, malformed, '<m/><m/>'),
  file('text after the root', pieceSize, malformed, '<m/>text'),
  file('wrong nesting', pieceSize, malformed, '<m><a><b></a></b></m>'),
  file('declaration in the middle', pieceSize, malformed, '<m><?xml version="1.0"?></m>'),
  file('document type in the middle', pieceSize, malformed, '<m><!DOCTYPE m></m>'),
  file('end of CDATA in text', pieceSize, malformed, '<m><r>]]></r></m>'),
  file('cut in a record', pieceSize, cut, '<m><r><a>'),
  file('cut in CDATA', pieceSize, cut, '<m><r><![CDATA[a]]'),
  file('cut after a record', pieceSize, cut, '<m><r/>'),
  file('empty', 0, /empty/),
]

/** Many packed parts of a megabyte each, which come to a kilobyte. */
function bomb(before: string, text: string, after = ''): Buffer {
  const part = gzipSync(text.repeat(million / text.length))
  return Buffer.concat([gzipSync(before), ...Array.from({ length: 200 }, () => part), gzipSync(after)])
}
const damaged = gzipSync('<m><r/></m>')
damaged.writeUInt32LE(0x01020304, damaged.length - 8)
const emptyPart = gzipSync('')

const tooEven = /more than 100 times its size/
const packed: readonly HostileXml[] = [
  file('packed bomb of zeros', 2 * pieceSize, malformed, bomb('', '\0'.repeat(1000))),
  file('packed bomb of white space', 4 * pieceSize, tooEven, bomb('<m>', ' '.repeat(1000), '</m>')),
  file('packed bomb of records', 4 * pieceSize, tooEven, bomb('<m>', '<r><b>ab</b></r>'.repeat(10))),
  file('packed twice', pieceSize, /not well-formed|bytes that are not/, gzipSync(gzipSync('<m><r/></m>'))),
  file('packed and cut off', pieceSize, /cannot be read/, gzipSync('<m><r>text</r></m>').subarray(0, 24)),
  file('packed with a wrong checksum', pieceSize, /cannot be read/, damaged),
  file(
    'packed with a name of 10 MB',
    0,
    /cannot be read/,
    hex('1f8b0808 00000000 0003'),
    times(160, 'abcdefghij'.repeat(6400)),
  ),
  file('packed parts of nothing', 0, /empty/, Buffer.concat(Array.from({ length: 2000 }, () => emptyPart))),
]

/** Every case of ours. */
export const hostileXml: readonly HostileXml[] = [...entities, ...sizes, ...encodings, ...names, ...packed]
