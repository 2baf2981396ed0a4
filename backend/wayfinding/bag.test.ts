import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BagBuilder,
  bagFields,
  isBefore,
  lengthOf,
  packedAt,
  placeFrom,
  readBag,
  stemsOf,
  titleStems,
  unitsOf,
  writeBag,
} from './bag.ts'

type Entry = readonly [field: number, stem: number, units: number]

function bagOf(entries: readonly Entry[], builder = new BagBuilder(51)) {
  for (const [field, stem, units] of entries) {
    builder.word(field)
    builder.add(field, stem, units)
  }
  return builder.build()
}

const unitsAt = (bag: Uint32Array, field: number, stem: number) => {
  const place = placeFrom(bag, stem)
  return isBefore(bag, place, stem + 1) ? unitsOf(packedAt(bag, place), field) : 0
}

test('a bag tells how often a stem stands in each field', () => {
  const bag = bagOf([
    [0, 7, 4],
    [2, 7, 4],
    [2, 7, 4],
    [1, 3, 2],
  ])
  expect(bagFields.map((_, field) => unitsAt(bag, field, 7))).toEqual([4, 0, 8])
  expect(bagFields.map((_, field) => unitsAt(bag, field, 3))).toEqual([0, 2, 0])
  expect(bagFields.map((_, field) => lengthOf(bag, field))).toEqual([1, 1, 2])
  expect(unitsAt(bag, 0, 5)).toBe(0)
  expect(titleStems(bag)).toEqual([7])
})

test('whatever is put in comes out, written and read again, as far as a field can count', () => {
  const entry = fc.tuple(fc.nat(2), fc.nat(50), fc.integer({ min: 1, max: 4 }))
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 120 }), (entries) => {
      const bag = readBag(writeBag(bagOf(entries)))
      expect([...stemsOf(bag)]).toEqual([...new Set(entries.map(([, stem]) => stem))].sort((a, b) => a - b))
      for (const [field, stem] of entries) {
        const sum = entries
          .filter(([otherField, other]) => otherField === field && other === stem)
          .reduce((total, [, , units]) => total + units, 0)
        expect(unitsAt(bag, field, stem)).toBe(Math.min(sum, field === 2 ? 0xffff : 0xff))
      }
    }),
  )
})

test('a field that overflows does not spill into the next', () => {
  const bag = bagOf([
    [0, 1, 300],
    [1, 1, 300],
    [2, 1, 70_000],
  ])
  expect(bagFields.map((_, field) => unitsAt(bag, field, 1))).toEqual([255, 255, 65_535])
})

test('a document without words has a bag', () => {
  expect([...stemsOf(readBag(writeBag(bagOf([]))))]).toEqual([])
})

test('nothing of one document stays for the next', () => {
  const builder = new BagBuilder(10)
  bagOf(
    [
      [0, 1, 4],
      [2, 7, 300],
    ],
    builder,
  )
  const next: Entry[] = [[1, 7, 2]]
  expect(bagOf(next, builder)).toEqual(bagOf(next))
})
