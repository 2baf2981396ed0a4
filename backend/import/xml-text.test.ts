import { expect, test } from 'vitest'
import { ImportError } from './profile.ts'
import { collect, inPieces } from './testing.ts'
import { decodeXml, smallPieces } from './xml-text.ts'

const decoded = async (bytes: Uint8Array, size = 3) =>
  (await collect(decodeXml(inPieces(bytes, size)))).join('')
const declare = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Grüße</a>`
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()
const bytes = (mark: readonly number[], text: Buffer | string) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text as string)])

test.each([
  ['UTF-8', Buffer.from(declare('utf-8'))],
  ['UTF-8 with its mark', bytes([0xef, 0xbb, 0xbf], declare('UTF-8'))],
  ['UTF-8 that says nothing', Buffer.from('<a>Grüße</a>')],
  ['ISO-8859-1', Buffer.from(declare('ISO-8859-1'), 'latin1')],
  ['UTF-16, little end first', bytes([0xff, 0xfe], Buffer.from(declare('UTF-16'), 'utf16le'))],
  ['UTF-16, big end first', bytes([0xfe, 0xff], bigEndian(declare('UTF-16')))],
  ['UTF-16 that says nothing', bytes([0xfe, 0xff], bigEndian('<a>Grüße</a>'))],
  ['UTF-16 without its mark', Buffer.from(declare('utf-16le'), 'utf16le')],
  ['UTF-16 without its mark, big end first', bigEndian(declare('utf-16be'))],
])('%s is read, however it is cut', async (_, file) => {
  for (const size of [1, 3, 2000]) expect(await decoded(file, size)).toContain('<a>Grüße</a>')
})

test.each([
  ['names an encoding that is not read', Buffer.from(declare('windows-1252')), /"windows-1252"/],
  ['names a word of the language', Buffer.from(declare('constructor')), /"constructor"/],
  ['is UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), /UTF-32/],
  ['says UTF-16 in UTF-8', Buffer.from(declare('utf-16')), /says that it is UTF-16/],
  [
    'says UTF-8 in UTF-16',
    bytes([0xff, 0xfe], Buffer.from(declare('utf-8'), 'utf16le')),
    /first bytes are UTF-16LE/,
  ],
  [
    'says ISO-8859-1 after a mark of UTF-8',
    bytes([0xef, 0xbb, 0xbf], declare('iso-8859-1')),
    /says that it is ISO/,
  ],
  ['says UTF-8 and is ISO-8859-1', Buffer.from(declare('utf-8'), 'latin1'), /not UTF-8/],
  ['ends within a sign', Buffer.from('<a>ü').subarray(0, 4), /is cut off/],
  ['has an overlong sign', bytes([0x3c, 0x61, 0x3e, 0xc0, 0xaf], ''), /not UTF-8/],
  ['has half a sign of UTF-16', bytes([0xff, 0xfe, 0x3c, 0, 0x3c, 0xd8, 0x3c, 0], ''), /not UTF-16LE/],
  ['is empty', Buffer.from(''), /empty/],
])('a file that %s is refused', async (_, file, words) => {
  await expect(decoded(file)).rejects.toThrow(words)
  await expect(decoded(file, 4000)).rejects.toThrow(ImportError)
})

test('large pieces are cut and counted, and no more is read than the limit', async () => {
  let taken = 0
  async function* endless() {
    for (;;) {
      taken += 1
      yield Buffer.alloc(100_000)
    }
  }
  const sizes: number[] = []
  const read = async () => {
    for await (const piece of smallPieces(endless(), 250_000)) sizes.push(piece.length)
  }
  await expect(read()).rejects.toThrow('larger than 250000 bytes')
  expect(sizes).toEqual([65_536, 34_464, 65_536, 34_464])
  expect(taken).toBe(3)
})
