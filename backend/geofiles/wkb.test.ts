import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyGeometry } from './testing.ts'
import { readWkb } from './wkb.ts'
import { toWkb } from './wkb-writer.ts'

const hex = (text: string) => readWkb(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const one = '000000000000f03f'
const two = '0000000000000040'
const three = '0000000000000840'

test('any geometry comes back as it was', () => {
  fc.assert(
    fc.property(anyGeometry, (geometry) => {
      expect(readWkb(toWkb(geometry))).toEqual({ geometry, faults: [] })
    }),
  )
})

test.each([
  ['the low byte first', `01 01000000 ${one}${two}`, [1, 2]],
  ['the high byte first', '00 00000001 3ff0000000000000 4000000000000000', [1, 2]],
  ['a height of ISO', `01 e9030000 ${one}${two}${three}`, [1, 2, 3]],
  ['a height of PostGIS', `01 01000080 ${one}${two}${three}`, [1, 2, 3]],
  ['a system of PostGIS', `01 01000020 e9640000 ${one}${two}`, [1, 2]],
  ['an empty point', '01 01000000 000000000000f87f 000000000000f87f', []],
])('a point with %s', (_, text, coordinates) => {
  expect(hex(text)).toEqual({ geometry: { type: 'Point', coordinates }, faults: [] })
})

test.each([
  ['of ISO', `01 d1070000 ${one}${two}${three}`],
  ['of PostGIS', `01 01000040 ${one}${two}${three}`],
])('measures %s are left out, and said', (_, text) => {
  expect(hex(text)).toEqual({
    geometry: { type: 'Point', coordinates: [1, 2] },
    faults: [{ code: 'measures-dropped' }],
  })
})

test.each([
  ['nothing', ''],
  ['half a point', `01 01000000 ${one}`],
  ['a type that is none', `01 63000000 ${one}${two}`],
  ['four thousand million positions', '01 02000000 ffffffff'],
  ['a multipoint of lines', '01 04000000 01000000 01 02000000 00000000'],
  ['half a number', '01 01000000 000000000000f87f 0000000000000040'],
  ['collections without end', '01 07000000 01000000'.repeat(20)],
])('%s is unreadable, not a crash', (_, text) => {
  expect(hex(text)).toEqual({ geometry: null, faults: [{ code: 'geometry-unreadable' }] })
})

test('a circular string is told as a curve', () => {
  expect(hex('01 08000000 00000000').faults).toEqual([{ code: 'geometry-curve' }])
})

test('bytes turned at random are read or refused, never more', () => {
  fc.assert(
    fc.property(
      anyGeometry,
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      (geometry, turns) => {
        const bytes = toWkb(geometry)
        for (const [at, byte] of turns) bytes[at % bytes.length] = byte
        expect(readWkb(bytes).faults.length).toBeLessThan(2)
      },
    ),
  )
})
